import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, test } from 'vitest';
import { aBroker, everyBrokerFailure } from '../../../fixtures/brokers.ts';
import { heldBack, prepareBrowser } from '../render-app.tsx';
import {
  button,
  enter,
  field,
  first,
  openForm,
  password,
  press,
  said,
  tested,
  violations,
} from './form-hand.ts';

prepareBrowser();

const plainWish = {
  address: { host: 'broker.example', port: 1883, tls: false },
  topicPrefix: 'chargetray',
  discovery: 'homeassistant',
  commands: false,
};

describe('a broker', () => {
  it('is set with an address alone; everything else has a sound default', async () => {
    const app = await openForm();
    expect(
      screen.getByText(/^Shares the state of your chargers with Home Assistant, Node-RED/),
    ).toBeTruthy();
    expect(screen.getByRole('switch', { name: /^Announce/, checked: true })).toBeTruthy();
    expect(screen.getByRole('switch', { name: /^Let home/, checked: false })).toBeTruthy();
    expect(screen.queryByLabelText('Topic prefix')).toBeNull();
    await app.user.type(field('Broker address'), 'broker.example{Enter}');
    expect(app.fake.requests('setBroker')).toEqual([{ wish: plainWish, untilQuit: false }]);
  });

  it('is set with all there is, by the keyboard', async () => {
    const app = await openForm();
    const { user } = app;
    await enter({ user }, field('Broker address'), 'broker.example');
    await user.click(screen.getByRole('switch', { name: /^Encrypted/ }));
    expect(field('Port').value).toBe('8883');
    await user.clear(field('Port'));
    await enter({ user }, field('Port'), '8884');
    await enter({ user }, field('User name'), 'chargers');
    await enter({ user }, field('Password'), password);
    screen.getByRole('switch', { name: /^Announce/ }).focus();
    await user.keyboard(' {Tab} {Tab}{Enter}{Tab}');
    expect(document.activeElement).toBe(field('Topic prefix'));
    await user.clear(field('Topic prefix'));
    await enter({ user }, field('Topic prefix'), 'home/cars');
    expect(screen.queryByLabelText('Discovery prefix')).toBeNull();
    await press(app, 'Save');
    expect(app.fake.requests('setBroker')).toEqual([
      {
        wish: {
          address: { host: 'broker.example', port: 8884, tls: true },
          user: 'chargers',
          topicPrefix: 'home/cars',
          discovery: null,
          commands: true,
        },
        password,
        untilQuit: false,
      },
    ]);
  });

  it('is understood from an address in one go, once the field is left', async () => {
    const { user } = await openForm();
    await user.click(field('Broker address'));
    await user.paste('mqtts://broker.example:8884');
    expect(field('Broker address').value).toBe('mqtts://broker.example:8884');
    await user.tab();
    expect(field('Broker address').value).toBe('broker.example');
    expect(field('Port').value).toBe('8884');
    expect(screen.getByRole('switch', { name: /^Encrypted/, checked: true })).toBeTruthy();
  });

  it('tells the page no password: it goes out with two calls alone', async () => {
    const app = await openForm();
    await enter(app, field('Broker address'), 'broker.example');
    await enter(app, field('User name'), 'chargers');
    await enter(app, field('Password'), password);
    expect(field('Password').type).toBe('password');
    await press(app, 'Test connection');
    await press(app, 'Save');
    const carrying = app.fake
      .called()
      .filter((name) => JSON.stringify(app.fake.requests(name)).includes(password));
    expect([...new Set(carrying)].sort()).toEqual(['setBroker', 'testBroker']);
    expect(app.fake.requests('changeSettings')).toEqual([]);
    expect(JSON.stringify(app.fake.state())).not.toContain(password);
  });
});

describe('what is wrong', () => {
  it.each<[entered: Readonly<Record<string, string>>, at: string, words: string]>([
    [{}, 'Broker address', 'Enter the broker’s name or IP address.'],
    [
      { 'Broker address': 'http://homeassistant.local:8123' },
      'Broker address',
      'That’s a web address. Enter only the broker’s name or IP address.',
    ],
    [
      { 'Broker address': 'mqtt://me:secret@broker.example' },
      'Broker address',
      'Enter user name and password in their own fields.',
    ],
    [{ 'Broker address': 'my broker' }, 'Broker address', 'Enter a host name or IP address.'],
    [
      { 'Broker address': 'broker.example', Port: '70000' },
      'Port',
      'Enter a port from 1 to 65535.',
    ],
    [
      { 'Broker address': 'broker.example', Password: password },
      'User name',
      'Enter the user name for this password.',
    ],
    [
      { 'Broker address': 'broker.example', 'Topic prefix': '/cars' },
      'Topic prefix',
      'Use “/” only between two parts.',
    ],
    [
      { 'Broker address': 'broker.example', 'Discovery prefix': '#' },
      'Discovery prefix',
      'A prefix can’t contain + or #.',
    ],
  ])('%o is said beside the field and not sent', async (entered, at, words) => {
    const app = await openForm();
    await press(app, 'More options');
    for (const [name, text] of Object.entries(entered)) {
      await app.user.clear(field(name));
      await enter(app, field(name), text);
    }
    await press(app, 'More options');
    for (const name of ['Test connection', 'Save']) {
      await press(app, name);
      const error = screen.getByText(words);
      expect(field(at).getAttribute('aria-describedby')).toContain(error.id);
      expect(field(at).getAttribute('aria-invalid')).toBe('true');
      expect(document.activeElement).toBe(field(at));
    }
    for (const [name, text] of Object.entries(entered)) {
      if (screen.queryByLabelText(name)) expect(field(name).value).toBe(text);
    }
    expect(app.fake.requests('setBroker')).toEqual([]);
    expect(app.fake.requests('testBroker')).toEqual([]);
    expect(await violations()).toEqual([]);
    await enter(app, field(at), 'x');
    expect(screen.queryByText(words)).toBeNull();
  });
});

describe('a test', () => {
  it('gives the broker’s answer, and keeps nothing', async () => {
    const app = await openForm(null, (fake) =>
      fake.answer('testBroker', () => ({
        ok: true,
        value: { ok: true, value: { broker: 'mosquitto 2.0.11' } },
      })),
    );
    await enter(app, field('Broker address'), 'broker.example');
    await press(app, 'Test connection');
    expect(said()).toContain('The connection works. Broker: mosquitto 2.0.11');
    expect(app.fake.requests('testBroker')).toEqual([{ wish: plainWish }]);
    expect(app.fake.requests('setBroker')).toEqual([]);
    // What is entered now has not been tested.
    await enter(app, field('Password'), 'x');
    expect(said().join('')).toBe('');
  });

  const plain = everyBrokerFailure().filter((why) => !('offered' in why));
  it.each(plain)('%o is a sentence, and nothing entered is lost', async (why) => {
    const app = await openForm(null, (fake) => tested(fake, why));
    await enter(app, field('Broker address'), 'broker.example');
    await enter(app, field('User name'), 'chargers');
    await enter(app, field('Password'), password);
    await press(app, 'Test connection');
    const words = said().join(' ');
    expect(words).toMatch(/\.|”$/);
    if ('said' in why && why.said) expect(words).toContain(`The broker says: “${why.said}”`);
    expect(field('Broker address').value).toBe('broker.example');
    expect(field('Password').value).toBe(password);
    await app.user.keyboard('{Escape}');
    expect(field('Password').value).toBe(password);
  });

  it('that is overtaken by another entry says nothing', async () => {
    const late = heldBack<{ ok: true; value: { ok: true; value: object } }>();
    const app = await openForm(null, (fake) => fake.answer('testBroker', () => late.promise));
    await enter(app, field('Broker address'), 'broker.example');
    await press(app, 'Test connection');
    expect(button('Testing…').getAttribute('aria-disabled')).toBe('true');
    await enter(app, field('Broker address'), 's');
    expect(button('Test connection').getAttribute('aria-disabled')).toBeNull();
    late.give({ ok: true, value: { ok: true, value: {} } });
    await press(app, 'More options');
    expect(said().join('')).toBe('');
  });
});

test('what was entered outlives new states and Escape; an untouched form is left by it', async () => {
  const app = await openForm(aBroker());
  await enter(app, field('User name'), '2');
  app.hear({ ...app.fake.state(), broker: { phase: 'connecting' } });
  app.hear({ ...app.fake.state(), settings: { ...first.settings, broker: aBroker() } });
  await app.user.keyboard('{Escape}{Escape}');
  expect(field('User name').value).toBe('chargers2');
  await press(app, 'Cancel');
  await press(app, 'Change');
  expect(field('User name').value).toBe('chargers');
  await app.user.keyboard('{Escape}');
  expect(screen.queryByLabelText('User name')).toBeNull();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Home automation');
});

test('a call that fails at the border leaves everything as it was', async () => {
  const app = await openForm(null, (fake) => {
    fake.answer('setBroker', () => ({ ok: false, failure: 'crashed' }));
    fake.answer('testBroker', () => ({ ok: false, failure: 'crashed' }));
  });
  await enter(app, field('Broker address'), 'broker.example');
  for (const name of ['Test connection', 'Save']) {
    await press(app, name);
    await waitFor(() => expect(button(name).getAttribute('aria-disabled')).toBeNull());
    expect(field('Broker address').value).toBe('broker.example');
  }
});
