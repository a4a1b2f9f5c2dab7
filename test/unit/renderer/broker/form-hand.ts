import { screen } from '@testing-library/react';
import axe from 'axe-core';
import type { BrokerChoice, BrokerFailure } from '../../../../shared/domain/app/broker.ts';
import { failed } from '../../../../shared/result.ts';
import type { FakeBridge } from '../../../fakes/fake-bridge.ts';
import { anAccount, anAppState } from '../../../fixtures/app-states.ts';
import { openSettings, type Rendered, renderApp } from '../render-app.tsx';

export const password = 'made up, and long';
export const first = anAppState({
  accounts: [anAccount()],
  goTo: { counter: 1, view: 'settings' },
});

export async function openForm(
  broker: BrokerChoice | null = null,
  prepare: (fake: FakeBridge) => void = () => undefined,
) {
  const app = await renderApp({ ...first, settings: { ...first.settings, broker } }, prepare);
  await openSettings(app, 'Home automation');
  if (broker) await press(app, 'Change');
  await screen.findByLabelText('Broker address');
  return app;
}

export const field = (name: string) =>
  screen.getByLabelText<HTMLInputElement>(new RegExp(`^${name}`));
export const button = (name: string) => screen.getByRole('button', { name });
export const press = async ({ user }: Pick<Rendered, 'user'>, name: string) =>
  user.click(await screen.findByRole('button', { name }));
/** In one go, as from the clipboard: quicker than letter by letter. */
export const enter = async ({ user }: Pick<Rendered, 'user'>, place: HTMLElement, text: string) => {
  await user.click(place);
  await user.keyboard('{End}');
  await user.paste(text);
};
export const tested = (fake: FakeBridge, failure: BrokerFailure) =>
  fake.answer('testBroker', () => ({ ok: true, value: failed(failure) }));
export const said = () => screen.getAllByRole('status').map(({ textContent }) => textContent);

export async function violations() {
  const rules = {
    'color-contrast': { enabled: false },
    'label-content-name-mismatch': { enabled: false },
  };
  const found = await axe.run(document.body, { rules });
  return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
