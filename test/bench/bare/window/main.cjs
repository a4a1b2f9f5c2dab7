// @ts-check
// The least app with a tray icon and a window, opened by the menu, by a second start, or at once.
const { join } = require('node:path');
const { app, BrowserWindow, Menu, nativeImage, Tray } = require('electron');

/** Kept here, or the icon goes with the next collection. @type {Electron.Tray[]} */
const kept = [];

if (!app.requestSingleInstanceLock()) app.exit(0);
app.on('second-instance', open);
app.on('window-all-closed', () => undefined);

app.whenReady().then(() => {
  const size = { width: 22, height: 22 };
  const icon = nativeImage.createFromBitmap(Buffer.alloc(size.width * size.height * 4, 255), size);
  const tray = new Tray(icon);
  tray.setToolTip('Bare');
  const entry = { label: 'Open ChargeTray', click: open };
  tray.setContextMenu(Menu.buildFromTemplate([entry, { role: 'quit' }]));
  kept.push(tray);
  if (app.commandLine.hasSwitch('open')) open();
});

function open() {
  const place = app.commandLine.getSwitchValue('place').split(',').map(Number);
  const [x = 0, y = 0, width = 400, height = 640] = place;
  const window = new BrowserWindow({ x, y, width, height, show: false, autoHideMenuBar: true });
  window.once('ready-to-show', () => window.show());
  // Beside the archive: our fuses let no page be read as a file from within it.
  void window.loadFile(join(process.resourcesPath, 'index.html'));
}
