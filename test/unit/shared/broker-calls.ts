const address = { host: 'broker.example', port: 8883, tls: true };
const wish = {
  address,
  user: 'charger',
  topicPrefix: 'chargetray',
  discovery: 'homeassistant',
  commands: false,
};
const at = (more: object) => ({ wish: { ...wish, address: { ...address, ...more } } });
const { user: _user, ...everybody } = wish;
const certificate = { fingerprint: 'AA:BB', subject: 'CN=broker', validFrom: 0, validTo: 1 };

const refused = [
  undefined,
  {},
  { wish: { ...wish, password: 'made up' } },
  { wish, password: '' },
  { wish, password: 'x'.repeat(1001) },
  { wish: { ...wish, installation: 'k3x9q2' } },
  { wish: { ...wish, topicPrefix: '' } },
  { wish: { ...wish, topicPrefix: '/chargetray' } },
  { wish: { ...wish, topicPrefix: 'chargetray/' } },
  { wish: { ...wish, topicPrefix: 'chargetray/#' } },
  { wish: { ...wish, topicPrefix: '$SYS' } },
  { wish: { ...wish, discovery: '+' } },
  { wish: { ...wish, user: '' } },
  at({ host: '' }),
  at({ host: 'broker.example/path' }),
  at({ host: 'user@broker.example' }),
  at({ port: 0 }),
  at({ port: 65_536 }),
  at({ certificate: { fingerprint: 'AA:BB' } }),
];

const when = { untilQuit: false };

/** What the calls about a broker take, and must not take. */
export const brokerCalls = {
  setBroker: {
    takes: [
      { wish, password: 'made up', ...when },
      { wish: everybody, untilQuit: true },
      { ...at({ host: '2001:db8::7', certificate }), ...when },
      { wish: { ...wish, topicPrefix: 'home/cars', discovery: null, commands: true }, ...when },
    ],
    refuses: [{ wish }, ...refused.map((given) => given && { ...given, ...when })],
  },
  testBroker: { takes: [{ wish, password: 'made up' }, { wish }], refuses: refused },
  forgetBroker: { takes: [undefined], refuses: [{}] },
};
