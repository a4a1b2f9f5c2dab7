// @ts-check
// Prints the Debian packages that tests on a desktop need and this machine lacks, for a build
// machine on which this user may not install them but `sudo` may.
import { missingPackages } from './prepare/system-libraries.mjs';

console.log(missingPackages({ runtime: true, desktop: true, broker: true }).join(' '));
