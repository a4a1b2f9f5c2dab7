// @ts-check
// The least that can be said in a terminal: what any app of this kind takes to print and end.
const { app } = require('electron');

process.stdout.write('Bare\n');
app.exit(0);
