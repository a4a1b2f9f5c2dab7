import { openStores } from './stores.ts';

const [folder = '', what = ''] = process.argv.slice(2);
const { preferences, memory, remember } = openStores(folder);

// As the app does it for an owner who changes a setting, and for something that must be told later.
if (what === 'settings') {
  preferences.change({ theme: 'dark' });
  await preferences.settled();
} else await remember([...memory.signInTold, 'b']);
