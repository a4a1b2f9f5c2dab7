import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { failed } from '../../../../shared/result.ts';
import { aBroker, brokerCertificate } from '../../../fixtures/brokers.ts';
import { aCertificate, aFingerprint } from '../../../fixtures/local-states.ts';
import { prepareBrowser } from '../render-app.tsx';
import { enter, field, openForm, password, press, tested, violations } from './form-hand.ts';

prepareBrowser();

describe('a certificate', () => {
  const question = (name: string) => screen.findByRole('group', { name });

  it('that this computer does not trust is a question whose safe answer leads', async () => {
    const app = await openForm(null, (fake) =>
      fake.answer('testBroker', ({ wish }) => ({
        ok: true,
        value: wish.address.certificate
          ? { ok: true, value: {} }
          : failed({ kind: 'untrusted', offered: brokerCertificate }),
      })),
    );
    await enter(app, field('Broker address'), 'mqtts://broker.example');
    await press(app, 'Test connection');
    const panel = within(await question('Is this your broker?'));
    expect(document.activeElement).toBe(await question('Is this your broker?'));
    expect(panel.getByText('CN=broker.example')).toBeTruthy();
    expect(panel.getByText(/^Expired. What matters is that it’s your broker’s/)).toBeTruthy();
    expect(panel.getAllByRole('button').map(({ className }) => className)).toContain('button main');
    expect(panel.getByRole('button', { name: 'Keep blocking' }).className).toBe('button main');
    expect(await violations()).toEqual([]);
    await app.user.keyboard('{Escape}');
    expect(screen.queryByRole('group', { name: 'Is this your broker?' })).toBeNull();
    expect(field('Broker address').value).toBe('broker.example');

    await press(app, 'Test connection');
    await press(app, 'Trust and connect');
    await screen.findByText('The connection works.');
    await press(app, 'Save');
    const address = {
      host: 'broker.example',
      port: 8883,
      tls: true,
      certificate: brokerCertificate,
    };
    expect(app.fake.requests('testBroker').at(-1)?.wish.address).toEqual(address);
    expect(app.fake.requests('setBroker')).toMatchObject([{ wish: { address } }]);
  });

  it('that is another one than before is compared with it', async () => {
    const known = aCertificate({ fingerprint: aFingerprint(7) });
    const { address } = aBroker();
    const offered = brokerCertificate;
    const app = await openForm(aBroker({ address: { ...address, certificate: known } }), (fake) =>
      tested(fake, { kind: 'certificateChanged', offered }),
    );
    await press(app, 'Test connection');
    const panel = within(await question('The broker’s certificate has changed'));
    expect(panel.getAllByText('Changed').length).toBeGreaterThan(0);
    await app.user.click(panel.getByRole('button', { name: 'Keep blocking' }));
    expect(app.fake.requests('testBroker')).toHaveLength(1);
    await press(app, 'Save');
    expect(app.fake.requests('setBroker')).toMatchObject([
      { wish: { address: { certificate: known } } },
    ]);
  });
});

describe('a password', () => {
  it('without a keychain is used for this session', async () => {
    const app = await openForm(null, (fake) =>
      fake.answer('setBroker', ({ untilQuit }) => ({
        ok: true,
        value: untilQuit ? { ok: true, value: null } : failed({ kind: 'noKeychain' }),
      })),
    );
    expect(screen.getByText('Saved only in your system keyring.')).toBeTruthy();
    await enter(app, field('Broker address'), 'broker.example');
    await enter(app, field('User name'), 'chargers');
    await enter(app, field('Password'), password);
    await press(app, 'Save');
    const sentence = await screen.findByText(/^The password can’t be saved because your system/);
    expect(sentence.closest('[role="alert"]')).toBeTruthy();
    expect(field('Password').value).toBe(password);
    await press(app, 'Use it for this session only');
    expect(app.fake.requests('setBroker').map((sent) => [sent.password, sent.untilQuit])).toEqual([
      [password, false],
      [password, true],
    ]);
  });

  it('that is kept stays where none is entered, and is wanted anew for another user', async () => {
    const app = await openForm(aBroker());
    expect(document.activeElement).toBe(field('Broker address'));
    expect(field('Password').value).toBe('');
    expect(screen.getByText('Leave empty to keep the current password.')).toBeTruthy();
    await enter(app, field('User name'), '2');
    expect(screen.getByText(/^The saved password belongs to another address or user/)).toBeTruthy();
    await app.user.type(field('User name'), '{Backspace}');
    await press(app, 'Save');
    const { installation: _id, password: _where, ...wish } = aBroker();
    expect(app.fake.requests('setBroker')).toEqual([{ wish, untilQuit: false }]);
    // Back to how it stands.
    expect(screen.queryByLabelText('Broker address')).toBeNull();
  });
});
