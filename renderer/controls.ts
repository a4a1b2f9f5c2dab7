/** What the window fetches after its first paint, in one file. */

import { LimitControl } from './components/controls/LimitControl.tsx';
import { More } from './components/controls/More.tsx';
import { SolarModeSwitch } from './components/controls/SolarModeSwitch.tsx';
import { Details } from './components/details/Details.tsx';
import { AddView } from './views/AddView.tsx';
import { LicencesView } from './views/LicencesView.tsx';
import { SettingsView } from './views/SettingsView.tsx';
import { SignInView } from './views/SignInView.tsx';

export const controls = {
  AddView,
  Details,
  SolarModeSwitch,
  LicencesView,
  LimitControl,
  More,
  SettingsView,
  SignInView,
} as const;
