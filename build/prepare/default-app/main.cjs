// @ts-check
// Starts the app whose folder is the first argument without a dash, as Electron's own default app
// would; the stand-in runtime comes without one.
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { app } = require('electron');

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (given === undefined) {
  console.error('usage: electron <folder of an app>');
  app.exit(1);
} else {
  start(resolve(given));
}

/** @param {string} folder */
function start(folder) {
  const { name, productName, version, main } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  app.setName(productName ?? name);
  // Both are there for Electron's own default app only, and therefore not in its types.
  Reflect.get(app, 'setVersion').call(app, version);
  Reflect.get(app, 'setAppPath').call(app, folder);
  require(join(folder, main));
}
