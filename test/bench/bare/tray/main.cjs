// @ts-check
// The least app with a tray icon: what any app of this kind costs.
const { app, Menu, nativeImage, Tray } = require('electron');

/** Kept here, or the icon goes with the next collection. @type {Electron.Tray[]} */
const kept = [];

app.whenReady().then(() => {
  const size = { width: 22, height: 22 };
  const icon = nativeImage.createFromBitmap(Buffer.alloc(size.width * size.height * 4, 255), size);
  const tray = new Tray(icon);
  tray.setToolTip('Bare');
  tray.setContextMenu(Menu.buildFromTemplate([{ role: 'quit' }]));
  kept.push(tray);
});
