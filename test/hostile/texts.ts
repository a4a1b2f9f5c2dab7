/** What somebody may call a charger, write into a note, or put into an answer. */
export const hostileTexts = {
  'a path': '../../etc/passwd',
  'a path of Windows': '..\\..\\C:\\Windows\\system.ini',
  'a device of Windows': 'NUL',
  'two lines': 'Garage\nchargers: none\r\n[2026-11-21 12:00:00.000] [error] all is lost',
  'the end of all text': 'Garage\0.exe',
  'text turned round': 'invoice\u202egnp.exe\u202c \u2066x\u2069',
  'the other way': 'מוסך \u200f12\u200f kWh',
  emoji: '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿🔌',
  'half a character': 'Garage\ud83d 7 kW\udc00',
  markup: '<img src=x onerror=alert(1)><b>Garage</b>&lt;i&gt;<!--<script>alert(1)</script>',
  'a template': '{{ states("lock.door") }}{% set x = 1 %}#{7*7}',
  'a format': '%s%n%x %1$s %@ %d',
  'a colour and a title': '\u001b[31mred\u001b[0m\u001b]0;owned\u0007\u009b2J\u0008\u007f',
  'a formula': '=cmd|"/c calc"!A1',
  'a formula behind a break': '\n=HYPERLINK("http://192.0.2.1","x")',
  'a full-width formula': '＝1+1',
  'a plus': '+1+1',
  'quotes and separators': '"a";\'b\',\t|c|`d`\\',
  'a statement': "'); DROP TABLE sessions; --",
  'a topic': '+/#/$SYS/home',
  'an access key': 'Fish & &Chips && more',
  'a name of every object': '__proto__',
  'a link': 'chargetray://charger/x/pause https://192.0.2.1/?a=1#b',
  'no end': 'Garage '.repeat(1500),
  'no end of wide letters': '車庫'.repeat(5000),
  'letters on one letter': `e${'\u0301'.repeat(10_000)}`,
} as const;

/** What ends a line, turns text round, steers a terminal or is no character. */
export const steers = /[\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cc}/u;
/** The same where lines may end, and where our own isolates stand around a name. */
export const steersLines = /[\p{Cs}\u2028\u2029\u202a-\u202e]|(?![\n\r])\p{Cc}/u;
