/** What the window fetches after its first paint, in one file. */
import { Details } from './parts/charger/Details.tsx';
import { EcoSmart } from './parts/charger/EcoSmart.tsx';
import { LimitControl } from './parts/charger/LimitControl.tsx';
import { More } from './parts/charger/More.tsx';
import { AddView } from './views/AddView.tsx';
import { LicencesView } from './views/LicencesView.tsx';
import { SettingsView } from './views/SettingsView.tsx';
import { SignInView } from './views/SignInView.tsx';

export const controls = {
  AddView,
  Details,
  EcoSmart,
  LicencesView,
  LimitControl,
  More,
  SettingsView,
  SignInView,
} as const;
