/** What the window fetches after its first paint, in one file. */

import { Today } from './components/chargers/Today.tsx';
import { LimitControl } from './components/controls/LimitControl.tsx';
import { More } from './components/controls/More.tsx';
import { RebootButton } from './components/controls/RebootButton.tsx';
import { LinkNote } from './components/links/LinkNote.tsx';
import { LinkQuestion } from './components/links/LinkQuestion.tsx';
import { PlanPanel } from './components/plan/PlanPanel.tsx';
import { keepFocus } from './components/shell/keep-focus.ts';
import { UpdateLine } from './components/updates/UpdateLine.tsx';
import { UpdateQuestion } from './components/updates/UpdateQuestion.tsx';
import { AddView } from './views/AddView.tsx';
import { LicencesView } from './views/LicencesView.tsx';
import { SettingsView } from './views/SettingsView.tsx';
import { SignInView } from './views/SignInView.tsx';

export const controls = {
  AddView,
  LicencesView,
  LimitControl,
  LinkNote,
  LinkQuestion,
  More,
  PlanPanel,
  RebootButton,
  SettingsView,
  SignInView,
  Today,
  UpdateLine,
  UpdateQuestion,
  keepFocus,
} as const;
