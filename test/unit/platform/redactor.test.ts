import { describe, expect, it } from 'vitest';
import { hiddenMark, Redactor } from '../../../electron/platform/log/redactor.ts';

const password = 'pä ss/w+ör"d\\9';
const token = 'eyJhbGciOiJIUzI1NiJ9.eyJlbWFpbCI6ImFAYi5jbyJ9.c2lnbmF0dXJl';

describe('a learnt secret', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const forms: readonly (readonly [string, string])[] = [
    ['plain', password],
    ['in JSON', JSON.stringify({ value: password })],
    ['in a URL', encodeURIComponent(password)],
    [
      'in a URL with small letters',
      encodeURIComponent(password).replace(/%../g, (code) => code.toLowerCase()),
    ],
    ['in a form', encodeURIComponent(password).replaceAll('%20', '+')],
    ['in base64', base64(password)],
    ['in base64 behind one byte', base64(`x${password}`)],
    ['in base64 behind two bytes', base64(`xx${password}yz`)],
    ['in base64 behind a name', base64(`someone:${password}`)],
    ['in base64 for URLs', Buffer.from(password).toString('base64url')],
    ['in hex', Buffer.from(password).toString('hex')],
    ['over two lines', `${password.slice(0, 5)}\n${password.slice(5)}`],
    ['over two indented lines', `${password.slice(0, 5)}\r\n   ${password.slice(5)}`],
    ['over two escaped lines', `${password.slice(0, 5)}\\n${password.slice(5)}`],
    ['letter by letter', [...password].join('\n')],
    ['in base64 over two lines', base64(password).replace(/^.{7}/, '$&\r\n')],
  ];

  it.each(forms)('is hidden %s', (_how, text) => {
    const clean = new Redactor([password]).clean(`before ${text} after`);
    expect(clean).toContain(hiddenMark);
    expect(clean).toMatch(/^before .* after$/s);
    const rest = clean.replaceAll(hiddenMark, '');
    for (const [, form] of forms) expect(rest).not.toContain(form);
    expect(rest).not.toMatch(/ss\/w|ss%2Fw/i);
  });

  it('is hidden wherever it stands, also next to itself', () => {
    const redactor = new Redactor(['abab']);
    expect(redactor.clean('abab x ababab')).toBe(`${hiddenMark} x ${hiddenMark}`);
  });

  it('leaves the rest as it was', () => {
    const line = 'looked\n  charger=4 state=charging   kW=7.2';
    expect(new Redactor([password]).clean(line)).toBe(line);
  });

  it('is hidden where it stands alone when it is very short', () => {
    const redactor = new Redactor(['abc']);
    expect(redactor.clean('abc, "abc" abcd')).toBe(`${hiddenMark}, "${hiddenMark}" abcd`);
  });

  it.each(['', '   ', '\n'])('that is nothing (%j) hides nothing', (nothing) => {
    expect(new Redactor([nothing]).clean('a b\nc')).toBe('a b\nc');
  });

  it('may hold half a letter', () => {
    expect(new Redactor(['half \ud83d letter']).clean('half \ud83d letter')).toBe(hiddenMark);
  });
});

describe('what nobody taught it', () => {
  it.each([
    ['Authorization: Bearer abcdef123456', /abcdef/],
    ['header Basic c29tZW9uZTpzZWNyZXQ=', /c29t/],
    [`got ${token} back`, /eyJ/],
    [`got ${token.slice(0, 30)}\n${token.slice(30)} back`, /eyJ|c2ln/],
    ['sign-in of jane.doe+ev@example.co.uk refused', /jane|example/],
    ['user=jane%40example.com', /jane/],
    ['body {"password":"hunter2 and more","x":1}', /hunter|more/],
    ['body {\\"password\\":\\"hunter2 and more\\",\\"x\\":1}', /hunter|more/],
    ['refresh_token=abc.def-ghi&x=1', /abc/],
    ['apiKey: 12345', /12345/],
    ['cookie: a=b; c=d', /a=b|c=d/],
  ])('hides the secret in %j', (line, secret) => {
    expect(new Redactor().clean(line)).not.toMatch(secret);
  });

  it.each([
    'started version=0.1.0 demo=false',
    'Error: x\n    at Object.foo (file:///app/out/main.cjs:12:3)\n    at async bar (node:net:4:5)',
    'GET https://api.example.com/v1/chargers/status 200',
    'disk refuses to keep a file file=settings why="ENOSPC: no space left"',
  ])('leaves %j alone', (line) => {
    expect(new Redactor().clean(line)).toBe(line);
  });
});

describe('its limits', () => {
  it('forgets old tokens before passwords', () => {
    const redactor = new Redactor(['correct horse']);
    for (let index = 0; index < 500; index += 1) redactor.hide(`${token}${index}`);
    expect(redactor.clean('correct horse')).toBe(hiddenMark);
    expect(redactor.clean(`${token}3`)).toBe(hiddenMark);
  });

  it('forgets no password for tokens that look like one', () => {
    const redactor = new Redactor(['correct horse']);
    for (let index = 0; index < 150; index += 1) redactor.hide(`opaque ${index}`);
    expect(redactor.clean('correct horse')).toBe(hiddenMark);
  });

  it('cuts a text that is far too long, and no secret with it', () => {
    const redactor = new Redactor(['secret-at-the-edge']);
    for (const at of [31_990, 63_990]) {
      const clean = redactor.clean(`${'x'.repeat(at)}secret-at-the-edge${'y'.repeat(90_000)}`);
      expect(clean.length).toBeLessThan(33_000);
      expect(clean).not.toContain('secret');
    }
  });

  it.each([' ', 'a.', 'a@', 'password:"\\', 'Bearer ', '\\n', 'token', 'eyJ'])(
    'comes to an end with hostile text: %j',
    (part) => {
      // An expression that tries every way through it would run into the time limit of all tests.
      const said = new Redactor([password, token]).clean(`${part.repeat(200_000)} ${password}`);
      expect(said).not.toContain(password);
    },
  );
});
