// @ts-check
// The least app with a tray icon and a window that shows itself when there is something to see.
const { join } = require('node:path');
const { app, BrowserWindow } = require('electron');
require('../tray/main.cjs');

app.whenReady().then(() => {
  const [x = 0, y = 0, width = 400, height = 640] = process.argv.slice(-4).map(Number);
  const window = new BrowserWindow({ x, y, width, height, show: false, autoHideMenuBar: true });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(join(__dirname, 'index.html'));
});
