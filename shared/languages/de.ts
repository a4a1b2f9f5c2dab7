import type { Messages } from '../text/messages.ts';
import { pluralsOf } from '../text/plurals.ts';

const plural = pluralsOf('de', [1]);
const arrows = { more: '▲', less: '▼' } as const;

const chargers = (count: number) =>
  plural(count, { one: `${count} Ladestation`, other: `${count} Ladestationen` });
const sessions = (count: number) =>
  plural(count, { one: `${count} Ladevorgang`, other: `${count} Ladevorgänge` });

/**
 * German: Sie where people are addressed at all; Ladestation (charger, station), Ladevorgang (session),
 * Fahrzeug (car), Ladestrom-Limit, Messwert (reading), angesteckt (plugged in), Ladenachweis (statement).
 * "laden" is only what a car does: data are "abgerufen".
 */
export const phrases: Messages = {
  code: 'de',
  tray: {
    noChargers: 'ChargeTray: noch keine Ladestationen',
    addCharger: 'Ladestation hinzufügen…',
    allHidden: 'ChargeTray: alle Ladestationen ausgeblendet',
    looking: 'ChargeTray: Ladestationen werden abgerufen…',
    keychainLocked: 'ChargeTray: Schlüsselbund entsperren',
    tryKeychain: 'Schlüsselbund entsperren…',
    notRead: 'noch keine Daten',
    outdated: (since) => `Stand ${since}`,
    away: ({ since, state }) => `nicht erreichbar seit ${since} (zuletzt: ${state})`,
    powerCut: 'Stromausfall',
    nextStart: (time) => `nächster Start ${time}`,
    doubts: {
      certificateChanged: 'Zertifikat geändert',
      otherCharger: 'andere Ladestation gefunden',
    },
    named: ({ name, words }) => `${name}: ${words}`,
    becauseHint: ({ label, hint }) => `${label} (${hint})`,
    withValue: ({ label, value }) => `${label}: ${value}`,
    highest: (limit) => `${limit} (max.)`,
    scheduleUnknown: 'Zeitplan unbekannt',
    unlockWaiting: (name) => `${name} entsperren (Fahrzeug wartet)`,
    showDetails: 'Details anzeigen',
    more: (count) =>
      plural(count, {
        one: `Weitere Ladestation… (${count})`,
        other: `Weitere Ladestationen… (${count})`,
      }),
    signInEntries: (count) =>
      plural(count, {
        one: `Bei ${count} Konto anmelden…`,
        other: `Bei ${count} Konten anmelden…`,
      }),
    chargers,
    summary: ({ count, charging, power }) => {
      if (charging === 0) return `${chargers(count)}: keine lädt`;
      const said = plural(charging, { one: `${charging} lädt`, other: `${charging} laden` });
      return power === undefined
        ? `${chargers(count)}: ${said}`
        : `${chargers(count)}: ${said}, ${power}`;
    },
    open: 'ChargeTray öffnen',
    history: 'Verlauf',
    notifications: 'Benachrichtigungen',
    offUntil: (time) => `Aus bis ${time}`,
    refresh: 'Aktualisieren',
    settings: 'Einstellungen…',
    quit: 'Beenden',
  },
  duration: {
    underMinute: '<1\u00a0min',
    minutes: (minutes) => `${minutes}\u00a0min`,
    hours: ({ hours, minutes }) => `${hours}\u00a0h\u00a0${minutes}\u00a0min`,
  },
  dayAndTime: ({ day, time }) => `${day}, ${time}`,
  states: {
    charging: 'Lädt',
    discharging: 'Versorgt das Haus',
    preparing: 'Vorbereitung',
    transferring: 'Strom fließt',
    waiting: 'Angesteckt',
    queued: 'Wartet auf Strom',
    scheduled: 'Laden geplant',
    paused: 'Pausiert',
    pausedOrFinished: 'Gestoppt oder fertig',
    complete: 'Fertig geladen',
    locked: 'Gesperrt',
    available: 'Bereit',
    updating: 'Update läuft',
    error: 'Störung',
    unconfirmedFault: 'Störung (unbestätigt)',
    offline: 'Offline',
    unknown: 'Status unbekannt',
  },
  stateSentences: {
    preparing: 'Bereitet die Hausversorgung vor',
    transferring: 'Strom fließt, Richtung unbekannt',
    noPower: 'Angesteckt, es fließt kein Strom',
    waiting: 'Angesteckt, wartet auf das Fahrzeug',
    queued: (cause) => `Wartet auf Strom (${cause})`,
    lockedCar: 'Gesperrt, Fahrzeug wartet',
    updating: 'Firmware-Update läuft',
    error: (code) => `Störung, Code ${code}`,
    unknown: (code) => `Status unbekannt (${code})`,
    unconfirmedCode: (code) => `${code} (unbestätigt)`,
    /** `Lädt mit 7,2 kW`, `Versorgt das Haus mit 5,0 kW`. */
    withPower: ({ state, power }) => `${state} mit ${power}`,
  },
  queueCauses: {
    loadSharing: 'Power Sharing',
    loadBalancing: 'Power Boost',
    solarMode: 'Eco-Smart',
    meterFailed: 'Zähler ausgefallen',
    meterMargin: 'Zähler außerhalb der Toleranz',
  },
  commands: {
    chargeNow: 'Jetzt laden',
    limit: (current) => `Ladestrom-Limit ${current}`,
    solarMode: (mode) => `Eco-Smart: ${mode}`,
    outcome: ({ command, outcome }) => `${command}: ${outcome}`,
    sending: 'wird gesendet…',
    confirmed: 'bestätigt.',
    notConfirmed: (said) => `nicht bestätigt. ${said}`,
    sent: {
      waiting: 'gesendet, Bestätigung steht aus.',
      notYet: 'gesendet, noch nicht bestätigt.',
    },
    replyLost: {
      waiting:
        'die Antwort ging verloren, möglicherweise wurde der Befehl trotzdem ausgeführt. Bestätigung steht aus.',
      notYet:
        'die Antwort ging verloren, möglicherweise wurde der Befehl trotzdem ausgeführt. Noch nicht bestätigt.',
    },
    noReading: 'Es kamen nicht rechtzeitig neue Daten, um das zu bestätigen.',
    noData: 'Noch keine Daten.',
    noDataSince: (time) => `Keine Daten seit ${time}.`,
    check: (said) => `${said} Prüfen Sie die Ladestation.`,
    offline: 'Die Ladestation ist offline.',
    stillReports: (value) => `Die Ladestation meldet weiterhin: ${value}.`,
    locked: 'Gesperrt',
    unlocked: 'Entsperrt',
    rateLimited: (time) =>
      `nicht gesendet, zu viele Anfragen. Nächster Versuch möglich ab ${time}.`,
    unreachable: 'nicht gesendet, keine Verbindung. Versuchen Sie es erneut.',
    timedOut: 'nicht gesendet, keine Antwort. Versuchen Sie es erneut.',
    serverError:
      'nicht gesendet, der Server meldet einen Fehler. Versuchen Sie es in ein paar Minuten erneut.',
  },
  failures: {
    signInRefused: 'Die Anmeldung wurde abgelehnt. Prüfen Sie Ihre Anmeldedaten.',
    signInRefusedUntil: (time) =>
      `Die Anmeldung wurde abgelehnt. Prüfen Sie Ihre Anmeldedaten. Nächster Versuch: ${time}.`,
    signInNeeded: 'Melden Sie sich erneut an, um fortzufahren.',
    rateLimited: (time) => `Zu viele Anfragen. Nächster Versuch: ${time}.`,
    unreachable: {
      unknownName: 'Unter diesem Namen wurde kein Gerät gefunden. Prüfen Sie die Adresse.',
      connectionRefused: 'Auf diesem Port antwortet nichts. Prüfen Sie die Adresse.',
      unknown: 'Keine Verbindung. Prüfen Sie Ihr Netzwerk. Neuer Versuch erfolgt automatisch.',
    },
    timedOut: 'Keine Antwort. Neuer Versuch erfolgt automatisch.',
    serverError: 'Der Server meldet einen Fehler. Neuer Versuch erfolgt automatisch.',
    notUnderstood:
      'Unerwartete Antwort. Passiert das öfter, kopieren Sie die Diagnosedaten und melden Sie den Fehler.',
    certificateChanged:
      'Das Zertifikat ist nicht das, dem Sie vertraut haben. Bis zu Ihrer Bestätigung wird nichts gesendet.',
    otherCharger: ({ found, known }) =>
      `${found} unter dieser Adresse gefunden, erwartet wurde ${known}. Wählen Sie, welche Ladestation verwendet werden soll.`,
    oldTls:
      'Die Ladestation beherrscht nur veraltete Verschlüsselung (TLS 1.1 oder älter), daher verbindet sich ChargeTray nicht. Sie braucht ein Firmware-Update.',
    wrongDevice:
      'Das Gerät unter dieser Adresse ist keine Ladestation dieser Marke. Prüfen Sie die Adresse.',
    notStored: {
      ignored:
        'Die Ladestation hat den Zeitplan nicht gespeichert. Prüfen Sie ihn in der App der Ladestation.',
      unreadable:
        'Einige Zeitpläne der Ladestation sind nicht lesbar. Deshalb wurde keiner geändert.',
      full: 'Die Ladestation hat keinen Platz für einen weiteren Zeitplan. Löschen Sie einen in ihrer App.',
      tooOften:
        'Die Zeitpläne der Ladestation wurden heute zu oft geändert. Versuchen Sie es morgen erneut.',
    },
    notSupported: 'Das kann diese Ladestation nicht.',
    notFound: 'Diese Ladestation ist nicht in Ihrem Konto. Vielleicht wurde sie entfernt.',
  },
  failureClauses: {
    signInNeeded: 'Anmeldung erforderlich',
    signInRefusedUntil: (time) => `Anmeldung abgelehnt, nächster Versuch ${time}`,
    rateLimited: (time) => `zu viele Anfragen, nächster Versuch ${time}`,
    unreachable: {
      unknownName: 'Gerätename nicht gefunden',
      connectionRefused: 'auf ihrem Port antwortet nichts',
      unknown: 'keine Verbindung',
    },
    timedOut: 'keine Antwort',
    serverError: 'Serverfehler',
    notUnderstood: 'unerwartete Antwort',
    certificateChanged: 'Zertifikat geändert',
    otherCharger: 'andere Ladestation unter dieser Adresse',
    oldTls: 'veraltete Verschlüsselung',
    wrongDevice: 'keine Ladestation dieser Marke',
    refused: 'Anfrage abgelehnt',
    notStored: 'Zeitplan nicht gespeichert',
    notSupported: 'von der Ladestation nicht unterstützt',
    notFound: 'nicht in Ihrem Konto gefunden',
  },
  refusals: {
    locked: 'Die Ladestation ist gesperrt. Entsperren Sie sie zuerst.',
    foreignControl:
      'Ein anderes System (OCPP) steuert diese Ladestation. Verwenden Sie dafür das andere System.',
    noRight:
      'Ihr Konto darf diese Ladestation nicht steuern. Bitten Sie den Besitzer um Administratorrechte.',
    notNow: 'Zurzeit nicht möglich. Versuchen Sie es in einer Minute erneut.',
    updating: 'Die Ladestation wird aktualisiert. Warten Sie, bis das Update fertig ist.',
    noReason: 'Die Ladestation hat den Befehl ohne Begründung abgelehnt.',
    unclear:
      'Die Ladestation hat den Befehl abgelehnt. Vielleicht zeigt die nächste Abfrage, warum.',
  },
  hindrances: {
    neverRead: 'Noch keine Daten von der Ladestation.',
    signInNeeded: 'Melden Sie sich zuerst an.',
    offline: 'Die Ladestation ist offline.',
    updating: 'Die Ladestation wird aktualisiert.',
    locked: 'Entsperren Sie zuerst die Ladestation.',
    foreignControl: 'Ein anderes System (OCPP) steuert diese Ladestation.',
    noRight: 'Ihr Konto darf diese Ladestation nicht steuern.',
    nothingToPause: 'Es gibt nichts zu pausieren.',
    nothingToResume: 'Es gibt nichts fortzusetzen.',
    noCar: 'Kein Fahrzeug angesteckt.',
    onSchedule: 'Folgt bereits dem Zeitplan.',
    alreadyLocked: 'Bereits gesperrt.',
    alreadyUnlocked: 'Bereits entsperrt.',
    noUpdate: 'Die Firmware ist aktuell.',
    busyCharging: 'Nicht während des Ladens. Pausieren Sie zuerst.',
    fault: 'Die Ladestation meldet eine Störung.',
    unrecognised: 'Status der Ladestation unbekannt.',
  },
  hindranceHints: {
    neverRead: 'noch keine Daten',
    signInNeeded: 'zuerst anmelden',
    offline: 'Ladestation offline',
    updating: 'Update läuft',
    locked: 'gesperrt',
    foreignControl: 'durch OCPP gesteuert',
    noRight: 'keine Berechtigung',
    noCar: 'kein Fahrzeug',
    fault: 'Störung',
    unrecognised: 'Status unbekannt',
  },
  signIn: {
    kept: (place) => `Wird nur hier gespeichert: ${place}.`,
    notKept: 'Wird nicht gespeichert. Beim nächsten Start müssen Sie sich erneut anmelden.',
    /** `secret` begins the sentence with its article; `keychain` has none. */
    noKeychain: ({ secret, keychain, untilQuit }) =>
      `${secret} lässt sich nicht speichern: ${keychain} gesperrt oder nicht gefunden. Entsperren und erneut versuchen oder „${untilQuit}“ wählen.`,
    noAnswer: 'Etwas ist schiefgegangen. Versuchen Sie es erneut.',
    rateLimited: (time) => `Zu viele Versuche. Nächster Versuch möglich ab ${time}.`,
  },
  keychainTroubles: {
    lockedKeyring: 'Schlüsselbund gesperrt',
    locked: 'Schlüsselbund gesperrt',
    lockedBody: (keychain) =>
      `${keychain} entsperren und erneut versuchen. Bis dahin ist mit gespeicherten Konten keine Anmeldung möglich.`,
    noKeyring: 'Kein Schlüsselbund gefunden',
    noKeyringBody:
      'Starten Sie GNOME Keyring oder KWallet und versuchen Sie es erneut. Bis dahin gilt eine Anmeldung nur bis zum Beenden von ChargeTray.',
    noKeychain: 'Kein Schlüsselbund gefunden',
    noKeychainBody: (keychain) =>
      `${keychain} für ChargeTray nicht erreichbar. Solange das so ist, gilt eine Anmeldung nur bis zum Beenden von ChargeTray.`,
  },
  historyTroubles: {
    corrupt: {
      title: 'Verlauf nicht lesbar',
      body: (file) =>
        `Ein neuer Verlauf wurde begonnen. Die alte Datei wurde als ${file} gespeichert. Falls Sie eine Sicherung haben, stellen Sie sie wieder her.`,
    },
    readOnly: {
      title: 'Verlauf kann nicht gespeichert werden',
      body: 'Machen Sie den Ordner von ChargeTray beschreibbar und starten Sie ChargeTray neu. Bis dahin werden neue Ladevorgänge nicht gespeichert.',
    },
    diskFull: {
      title: 'Datenträger voll',
      body: 'Ladevorgänge werden nicht gespeichert. Geben Sie Speicherplatz frei; ChargeTray versucht es automatisch erneut.',
    },
    busy: {
      title: 'Verlaufsdatei in Verwendung',
      body: 'Ein anderes Programm, etwa zur Datensicherung, hat die Datei geöffnet. Schließen Sie es; ChargeTray versucht es automatisch erneut.',
    },
    tooNew: {
      title: 'Verlauf stammt von einer neueren Version',
      body: 'Installieren Sie die neueste Version. Bis dahin werden neue Ladevorgänge nicht gespeichert und alte nicht geändert.',
    },
    unusable: {
      title: 'Verlauf nicht verwendbar',
      body: 'Ladevorgänge werden nicht gespeichert. Kopieren Sie die Diagnosedaten und melden Sie den Fehler.',
    },
  },
  notices: {
    titled: ({ title, charger }) => `${title} · ${charger}`,
    chargeEnded: { title: 'Fertig geladen', body: 'Das Laden ist beendet.' },
    chargeEndedUnseen: {
      title: 'Laden beendet',
      body: 'Das Laden endete, während ChargeTray nicht verbunden war.',
    },
    chargeEndedNotSaid: {
      title: 'Laden beendet',
      body: 'Die Ladestation meldet nicht, ob fertig geladen oder gestoppt wurde.',
      bodyAfter: (sum) =>
        `${sum}. Die Ladestation meldet nicht, ob fertig geladen oder gestoppt wurde.`,
    },
    chargeStopped: { title: 'Laden gestoppt' },
    sessionsSum: {
      title: 'Laden gestartet und gestoppt',
      body: ({ count, duration }) => `${sessions(count)} in ${duration}`,
      bodyWithEnergy: ({ count, duration, energy }) =>
        `${sessions(count)} in ${duration}, insgesamt ${energy}`,
    },
    carWaiting: {
      title: 'Fahrzeug wartet',
      body: 'Die Ladestation ist gesperrt. Entsperren Sie sie zum Laden.',
    },
    fault: {
      title: 'Störung',
      body: (code) => `Fehlercode ${code}. Prüfen Sie die Ladestation.`,
      bodyAfter: ({ code, before }) => `Fehlercode ${code}. ${before} Prüfen Sie die Ladestation.`,
    },
    faultOver: { title: 'Störung behoben', body: (state) => `Jetzt: ${state}` },
    homeBegins: { title: 'Ihr Fahrzeug versorgt das Haus' },
    homeEnds: {
      title: 'Hausversorgung beendet',
      body: ({ charger, state }) => `${charger}: ${state}`,
    },
    powerCutBegins: { title: 'Stromausfall', body: 'Ihr Haus hat keinen Strom mehr aus dem Netz.' },
    powerCutEnds: { title: 'Stromausfall beendet', body: 'Der Netzstrom ist wieder da.' },
    certificateChanged: {
      title: 'Zertifikat geändert',
      body: 'Es wird nichts gesendet, bis Sie dem neuen Zertifikat vertrauen. Zum Vergleichen klicken.',
    },
    otherCharger: {
      title: 'Andere Ladestation gefunden',
      body: 'Unter dieser Adresse antwortet eine andere Ladestation. Zum Prüfen klicken.',
    },
    away: {
      title: 'Verbindung verloren',
      charge: (time) => `Hat zuletzt geladen. Stand ${time}.`,
      homePower: (time) => `Ihr Fahrzeug hat zuletzt das Haus versorgt. Stand ${time}.`,
    },
    back: { title: 'Wieder online', body: (state) => `Jetzt: ${state}` },
    notConfirmed: {
      title: 'Nicht bestätigt',
      body: ({ command, said }) => `„${command}“ wurde nicht bestätigt. ${said}`,
    },
    chargeStarted: {
      title: 'Laden gestartet',
      body: 'Strom fließt.',
      bodyWithPower: (power) => `Mit ${power}`,
    },
    noPower: {
      title: 'Angesteckt, lädt aber nicht',
      body: (time) =>
        `Kein Strom seit ${time}. Prüfen Sie das Kabel und den Lade-Timer im Fahrzeug.`,
    },
    planInDanger: {
      title: 'Ladeplan in Gefahr',
      body: ({ wanted, possible, time }) => `Bis ${time} höchstens noch ${possible} von ${wanted}`,
    },
    planMissed: {
      title: 'Ladeplan verfehlt',
      body: ({ wanted, charged, time }) => `${charged} von ${wanted} bis ${time}`,
      asleep: (sum) => `${sum}. Der Computer war im Ruhezustand.`,
      offline: (sum) => `${sum}. Die Ladestation war nicht erreichbar.`,
    },
    planStarts: {
      title: 'Laden nach Preis beginnt',
      body: (time) => `Bis ${time}`,
    },
    notPluggedIn: {
      title: 'Nicht angesteckt',
      body: 'Stecken Sie das Fahrzeug an, damit es nach Preis laden kann.',
      bodyBefore: (time) =>
        `Stecken Sie das Fahrzeug an: Das Laden nach Preis soll um ${time} beginnen.`,
    },
    firmware: {
      title: 'Firmware-Update verfügbar',
      body: ({ from, to }) => `Version ${to} (installiert: ${from})`,
    },
    pluggedIn: { title: 'Angesteckt' },
    summary: (count) =>
      plural(count, {
        one: `${count} Meldung in Ihrer Abwesenheit`,
        other: `${count} Meldungen in Ihrer Abwesenheit`,
      }),
    quietSummary: (count) =>
      plural(count, {
        one: `${count} Meldung in der Ruhezeit`,
        other: `${count} Meldungen in der Ruhezeit`,
      }),
    line: ({ title, body }) => `${title}: ${body}`,
    test: { title: 'Testbenachrichtigung', body: 'So benachrichtigt Sie ChargeTray.' },
    sum: {
      energyInTime: ({ energy, duration }) => `${energy} in ${duration}`,
      after: (duration) => `Nach ${duration}`,
      withCost: ({ sum, cost }) => `${sum}, etwa ${cost}`,
      cost: (cost) => `Etwa ${cost}`,
    },
    stops: {
      paused: { plain: 'Pausiert', after: (sum) => `Pausiert nach ${sum}` },
      locked: { plain: 'Gesperrt', after: (sum) => `Gesperrt nach ${sum}` },
      unplugged: { plain: 'Abgesteckt', after: (sum) => `Abgesteckt nach ${sum}` },
      unseen: { plain: 'Beendet', after: (sum) => `Beendet nach ${sum}` },
      notSaid: {
        plain: 'Gestoppt oder fertig',
        after: (sum) => `Gestoppt oder fertig nach ${sum}`,
      },
      reversed: {
        plain: 'Umgeschaltet auf Hausversorgung',
        after: (sum) => `Umgeschaltet auf Hausversorgung nach ${sum}`,
      },
    },
    /** The time stands last: with a day in front it would tear the sentence apart. */
    wasUntil: {
      charging: (time) => `Ladevorgang lief bis ${time}.`,
      discharging: (time) => `Versorgte das Haus bis ${time}.`,
      transferring: (time) => `Strom floss bis ${time}.`,
      waiting: (time) => `Ein Fahrzeug war angesteckt bis ${time}.`,
      queued: (time) => `Wartete auf Strom bis ${time}.`,
      scheduled: (time) => `Wartete auf den Zeitplan bis ${time}.`,
      paused: (time) => `War pausiert oder gestoppt bis ${time}.`,
      complete: (time) => `War fertig geladen, Stand ${time}.`,
      locked: (time) => `War gesperrt bis ${time}.`,
      lockedCar: (time) => `War gesperrt bis ${time}.`,
      available: (time) => `War bereit bis ${time}.`,
      updating: (time) => `Firmware-Update lief bis ${time}.`,
      error: (time) => `Hatte eine Störung bis ${time}.`,
      offline: (time) => `War offline bis ${time}.`,
      unknown: (time) => `Status war unbekannt bis ${time}.`,
    },
  },
  secrets: {
    keychain: ({ kept, keychain }) => `${kept} ist nur hier gespeichert: ${keychain}.`,
    untilQuit: (kept) => `${kept} wird beim Beenden von ChargeTray gelöscht.`,
    none: 'Kein Passwort oder Schlüssel gespeichert.',
  },
  keepFor: {
    always: 'Unbegrenzt',
    years: (count) => plural(count, { one: `${count} Jahr`, other: `${count} Jahre` }),
  },
  cannotStart: {
    quit: 'Beenden',
    message: (why) => `ChargeTray kann nicht starten: ${why}`,
    detail: ({ advice, otherwise }) => `${advice} oder ${otherwise}`,
    whenTemporary: 'setzen Sie TMPDIR auf einen anderen Ordner.',
    otherwise:
      'starten Sie ChargeTray mit --user-data-dir=ORDNER, um einen anderen Ordner zu verwenden.',
    advice: {
      readOnly: 'Machen Sie ihn beschreibbar',
      full: 'Geben Sie Speicherplatz frei',
      noPermission: 'Ändern Sie die Zugriffsrechte',
      notAFolder: 'Verschieben Sie die Datei',
      unusable: 'Prüfen Sie den Ordner',
    },
    why: {
      readOnly: (path) => `der Ordner ${path} ist schreibgeschützt.`,
      full: (path) => `der Datenträger mit ${path} ist voll.`,
      noPermission: (path) => `keine Schreibrechte für ${path}.`,
      notAFolder: (path) => `${path} ist eine Datei und kein Ordner.`,
      unusable: (path) => `${path} ist nicht verwendbar.`,
    },
  },
  brands: {
    wallbox: {
      name: 'Wallbox',
      signInNotice: {
        title: 'Erneut bei Wallbox anmelden',
        body: 'Bis dahin werden die Daten Ihrer Ladestationen nicht aktualisiert.',
      },
      signInShort: 'Anmeldung erforderlich',
      /** The label of an account is its email address. */
      signInEntry: (label) => `Mit ${label} anmelden…`,
      signInState: 'Anmeldung erforderlich',
      signInNote: 'Melden Sie sich an, um diese Ladestation zu sehen und zu steuern.',
      signInButton: 'Anmelden',
      signInTrouble: (label) => ({
        title: 'Erneut bei Wallbox anmelden',
        body: `Bis dahin werden die Daten der Ladestationen von ${label} nicht aktualisiert.`,
      }),
      listTrouble: (_label) => 'Wallbox-Ladestationen konnten nicht abgerufen werden',
      again: 'Erneut bei Wallbox anmelden',
      change: 'Anmelden',
      changeNamed: (label) => `Mit ${label} anmelden`,
      signInStates: {
        working: 'Anmeldung läuft…',
        signedIn: 'Angemeldet',
        signInNeeded: 'Anmeldung erforderlich',
      },
      intervalHint: (least) =>
        `Mindestens ${least}\u00a0s. Bei geöffnetem Fenster wird öfter aktualisiert.`,
      kept: 'Ihre Anmeldung',
      forgetBody:
        'Sie werden abgemeldet und das gespeicherte Passwort wird gelöscht. An den Ladestationen ändert sich nichts; Ihr Verlauf bleibt erhalten.',
      forget: 'Konto entfernen',
    },
    fcsp: {
      name: 'Ford Charge Station Pro',
      cannot: 'Nur Anzeige: über das Netzwerk lässt sich diese Ladestation nicht steuern.',
      signInNotice: {
        title: 'Entwicklerschlüssel abgelehnt',
        body: 'Öffnen Sie ChargeTray und geben Sie den neuen Schlüssel ein.',
      },
      signInShort: 'Entwicklerschlüssel prüfen',
      signInEntry: (label) => `Schlüssel für ${label} prüfen…`,
      signInState: 'Schlüssel abgelehnt',
      signInNote: 'Geben Sie den Entwicklerschlüssel dieser Ladestation ein.',
      signInButton: 'Schlüssel prüfen',
      signInTrouble: (label) => ({
        title: 'Die Ladestation hat den Entwicklerschlüssel abgelehnt',
        body: `Geben Sie den neuen Schlüssel für ${label} ein, damit die Daten wieder aktualisiert werden.`,
      }),
      listTrouble: (label) => `${label} nicht erreichbar`,
      again: 'Ladestation bearbeiten',
      change: 'Ladestation bearbeiten',
      changeNamed: (label) => `${label} bearbeiten`,
      signInStates: {
        working: 'Wird verbunden…',
        signedIn: 'Verbunden',
        signInNeeded: 'Schlüssel abgelehnt',
      },
      intervalHint: (least) =>
        `Mindestens ${least}\u00a0s. Bei häufigeren Abfragen meldet die Ladestation eine Störung.`,
      kept: 'Der Entwicklerschlüssel',
      forgetBody:
        'Adresse, Schlüssel und Zertifikat werden gelöscht. An der Ladestation ändert sich nichts; Ihr Verlauf bleibt erhalten.',
      forget: 'Ladestation entfernen',
    },
  },
  brandForms: {
    wallbox: {
      needs:
        'Melden Sie sich mit E-Mail-Adresse und Passwort Ihres Wallbox-Kontos an. Für Pulsar, Copper, Commander und Quasar.',
      notes: [
        'Mit Google oder Apple registriert? Legen Sie zuerst ein Passwort fest: in der Wallbox-App abmelden und „Passwort vergessen“ wählen.',
        'Die Daten kommen aus der Wallbox-Cloud und können ein bis zwei Minuten alt sein.',
      ],
      fields: { email: 'E-Mail', password: 'Passwort' },
      reveals: { password: { show: 'Passwort anzeigen', hide: 'Passwort verbergen' } },
      hints: {},
      hintsAgain: {},
      missing: {
        email: 'Geben Sie Ihre E-Mail-Adresse ein.',
        password: 'Geben Sie Ihr Passwort ein.',
      },
      fieldTrouble: {
        email: 'Das ist anscheinend keine E-Mail-Adresse. Prüfen Sie die Schreibweise.',
      },
      formTrouble: {
        refused:
          'E-Mail-Adresse oder Passwort falsch. Wenn Sie sich mit Google oder Apple anmelden, legen Sie zuerst ein Wallbox-Passwort fest.',
        unreachable: 'Keine Verbindung. Prüfen Sie das Netzwerk und versuchen Sie es erneut.',
        unknownName: 'Keine Verbindung. Prüfen Sie das Netzwerk und versuchen Sie es erneut.',
        connectionRefused: 'Keine Verbindung. Prüfen Sie das Netzwerk und versuchen Sie es erneut.',
        timedOut: 'Wallbox hat nicht rechtzeitig geantwortet. Versuchen Sie es erneut.',
        serverError: 'Bei Wallbox gibt es Probleme. Versuchen Sie es in ein paar Minuten erneut.',
        oldTls:
          'Keine sichere Verbindung zu Wallbox möglich. Vielleicht fängt ein Proxy oder eine WLAN-Anmeldeseite die Verbindung ab.',
        wrongDevice:
          'Die Antwort kam nicht von Wallbox. Prüfen Sie, ob eine WLAN-Anmeldeseite oder ein Proxy dazwischen ist.',
      },
      submit: 'Anmelden',
      busy: 'Anmeldung läuft…',
      untilQuit: 'Nur diesmal anmelden',
      secret: 'Das Passwort',
      keep: 'Angemeldet bleiben',
      privacy: 'Wird nur an Wallbox gesendet. ChargeTray hat keine Server und sammelt keine Daten.',
    },
    fcsp: {
      needs: 'Nötig ist die IP-Adresse oder der Hostname der Ladestation, aber kein Konto.',
      notes: [
        'Dieser Computer muss im selben Netzwerk sein wie die Ladestation. Ganz ohne Cloud.',
        'Zeigt, ob ein Fahrzeug angesteckt ist oder lädt, sowie Störungen. Leistung und Energie meldet die Ladestation nicht.',
      ],
      fields: { address: 'Adresse', name: 'Name', key: 'Entwicklerschlüssel' },
      reveals: {
        key: { show: 'Entwicklerschlüssel anzeigen', hide: 'Entwicklerschlüssel verbergen' },
      },
      hints: {
        address:
          'Zum Beispiel 192.0.2.10 oder charger.local. Weicht der Port von 443 ab, hängen Sie :Port an.',
        name: 'Zum Beispiel Carport.',
        key: 'Leer lassen, außer die Ladestation hat einen eigenen Schlüssel.',
      },
      hintsAgain: { key: 'Leer lassen, um den bisherigen Schlüssel zu behalten.' },
      missing: {
        address: 'Geben Sie die Adresse der Ladestation ein.',
        name: 'Geben Sie einen Namen ein.',
      },
      fieldTrouble: {
        address: 'Geben Sie einen Hostnamen oder eine IP-Adresse ein.',
        key: 'Das ist kein gültiger Entwicklerschlüssel. Lassen Sie das Feld leer oder kopieren Sie den Schlüssel noch einmal.',
      },
      formTrouble: {
        refused:
          'Die Ladestation hat den Entwicklerschlüssel abgelehnt. Prüfen Sie ihn oder geben Sie den Schlüssel Ihrer Ladestation ein.',
        unreachable:
          'Ladestation nicht erreichbar. Prüfen Sie die Adresse und ob dieser Computer im selben Netzwerk ist.',
        unknownName:
          'Unter diesem Namen wurde kein Gerät gefunden. Prüfen Sie den Namen oder verwenden Sie die IP-Adresse.',
        connectionRefused: 'Auf diesem Port antwortet nichts. Prüfen Sie Adresse und Port.',
        timedOut:
          'Die Ladestation hat nicht geantwortet. Sie kann langsam sein; versuchen Sie es erneut.',
        serverError:
          'Die Ladestation meldet einen Fehler. Versuchen Sie es in ein paar Minuten erneut.',
        oldTls:
          'Das Gerät unter dieser Adresse bietet keine sichere Verbindung. Prüfen Sie die Adresse.',
        wrongDevice: 'Das ist keine Ford Charge Station Pro. Prüfen Sie die Adresse.',
      },
      submit: 'Verbinden',
      busy: 'Wird verbunden…',
      untilQuit: 'Nur diesmal verbinden',
      secret: 'Der Entwicklerschlüssel',
      keep: 'Entwicklerschlüssel speichern',
      privacy:
        'ChargeTray verbindet sich direkt mit der Ladestation. Nichts verlässt Ihr Netzwerk.',
    },
  },
  commandLabels: {
    pause: 'Pausieren',
    resume: 'Fortsetzen',
    backToSchedule: 'Zurück zum Zeitplan',
    lock: 'Sperren',
    unlock: 'Entsperren',
    setLimit: 'Ladestrom-Limit',
    setSolarMode: 'Eco-Smart',
    setPrice: 'Strompreis',
    reboot: 'Ladestation neu starten',
    updateSoftware: 'Firmware aktualisieren',
  },
  solarModeLabels: {
    off: 'Aus',
    eco: 'Eco',
    solar: 'Full Green',
  },
  solarModeHint: 'Eco ergänzt Solarstrom durch Netzstrom. Full Green nutzt nur Solarstrom.',
  chargers: {
    strip: {
      title: 'Übersicht',
      charging: (count) => plural(count, { one: `${count} lädt`, other: `${count} laden` }),
      poweringHome: (count) =>
        plural(count, {
          one: `${count} versorgt das Haus`,
          other: `${count} versorgen das Haus`,
        }),
      needsYou: (count) => `${count} mit Handlungsbedarf`,
      pluggedIn: (count) => `${count} angesteckt`,
      idle: 'Kein Ladevorgang',
      today: 'Heute',
      unknown: (count) => `${count} unbekannt`,
    },
    row: {
      updated: (time) => `Stand ${time}`,
      certificateChanged: 'Zertifikat geändert',
      otherCharger: 'Andere Ladestation gefunden',
      notUpdatedSince: (time) => `Nicht aktualisiert seit ${time}`,
      pause: (name) => `${name}: Laden pausieren`,
      resume: (name) => `${name}: Laden fortsetzen`,
      unlock: (name) => `${name} entsperren`,
    },
    now: {
      doneAbout: (time) => `fertig ca.\u00a0${time}`,
    },
    help: {
      fault: 'Prüfen Sie Ladestation und Fahrzeug. Oft behebt ein Neustart die Störung.',
      offline: 'Prüfen Sie die Stromversorgung der Ladestation und ihre Internetverbindung.',
      away: 'Prüfen Sie, ob dieser Computer und die Ladestation online sind.',
      updating: 'Laden ist erst nach Abschluss des Updates möglich.',
      unrecognised:
        'Diesen Status kennt ChargeTray nicht. Mehr dazu zeigt die App der Ladestation.',
      noPermission:
        'Ihr Konto darf diese Ladestation nicht steuern. Bitten Sie den Besitzer um Administratorrechte.',
      otherSystem: 'Ein anderes System steuert diese Ladestation.',
      signIn: 'Melden Sie sich an, um diese Ladestation zu sehen und zu steuern.',
      refresh: 'Aktualisieren',
    },
    more: {
      details: 'Details',
      nameOf: (brand) => `Name bei ${brand}`,
    },
    welcome: {
      title: 'ChargeTray bleibt im Hintergrund aktiv',
      body: {
        linux:
          'Sie können dieses Fenster jederzeit schließen. Das Steckersymbol ist in der Systemleiste; ein Klick darauf zeigt Ladestatus und Steuerung.',
        darwin:
          'Sie können dieses Fenster jederzeit schließen. Das Steckersymbol ist in der Menüleiste am oberen Bildschirmrand.',
        win32:
          'Sie können dieses Fenster jederzeit schließen. Das Steckersymbol ist neben der Uhr; ziehen Sie es aus dem ^-Menü, damit es sichtbar bleibt.',
        other:
          'Sie können dieses Fenster jederzeit schließen. Das Steckersymbol ist im Infobereich.',
      },
      done: 'Verstanden',
    },
    hidden: (count) =>
      plural(count, {
        one: `${count} ausgeblendete Ladestation`,
        other: `${count} ausgeblendete Ladestationen`,
      }),
  },
  window: {
    broken: 'ChargeTray kann Ihre Ladestationen nicht anzeigen',
    header: {
      views: 'Ansichten',
      chargers: 'Ladestationen',
      market: 'Preise',
      history: 'Verlauf',
      settings: 'Einstellungen',
      back: 'Zurück',
      refresh: 'Aktualisieren',
      starting: 'Startet…',
    },
    add: {
      title: 'Ladestation hinzufügen',
      intro:
        'Ladevorgänge verfolgen, am Ende benachrichtigt werden und von hier aus pausieren, sperren oder den Ladestrom begrenzen.',
      brand: 'Marke',
      open: 'Ladestation hinzufügen',
    },
    form: {
      tryKeychain: 'Erneut versuchen',
    },
    charger: {
      outdatedState: (state) => `Zuletzt: ${state}`,
      looking: 'Ladestationen werden abgerufen…',
      neverState: 'Noch keine Daten',
      awayState: 'Nicht erreichbar',
      asOf: (time) => `Stand ${time}`,
      outdated: ({ time, because }) => `Nicht aktualisiert seit ${time}: ${because}.`,
      outdatedSince: (time) => `Nicht aktualisiert seit ${time}.`,
      away: ({ time, because }) => `Nicht erreichbar seit ${time}: ${because}.`,
      awaySince: (time) => `Nicht erreichbar seit ${time}.`,
      never: 'Noch keine Daten.',
      neverBecause: (because) => `Noch keine Daten: ${because}.`,
      show: (name) => `${name} aufklappen`,
      hide: (name) => `${name} zuklappen`,
      unnamed: 'Ladestation',
      energy: 'Energie',
      discharged: 'Entladen',
      lastSession: 'Letzter Ladevorgang',
      time: 'Zeit',
      about: (amount) => `etwa ${amount}`,
      cost: 'Kosten (ca.)',
      fromSolar: (energy) => `${energy} Solarstrom`,
      phases: (count) => `${count}-phasig`,
      kilowatts: 'kW',
      nextStart: (time) => `Nächster Start ${time}`,
      carWaits: 'Ein Fahrzeug wartet.',
      powerCut: 'Stromausfall: kein Strom aus dem Netz.',
      certificateChanged:
        'Zertifikat geändert. Es wird nichts gesendet, bis Sie dem neuen vertrauen.',
      compare: 'Vergleichen',
      otherCharger: ({ found, known }) =>
        `Andere Ladestation unter dieser Adresse: ${found}, erwartet wurde ${known}.`,
      decide: 'Prüfen',
      tryAgain: 'Erneut versuchen',
      more: 'Mehr',
      details: 'Details',
      live: ({ name, state }) => `${name}: ${state}`,
    },
    limit: {
      title: 'Limit',
      slider: 'Ladestrom-Limit',
      less: 'Limit verringern',
      more: 'Limit erhöhen',
      number: 'Ladestrom-Limit in Ampere',
      unit: 'A',
      unknown: 'Limit unbekannt.',
    },
    price: {
      title: 'Strompreis',
      perKwh: (amount) => `${amount} pro kWh`,
      unknown: 'Kein Preis',
      change: 'Preis ändern',
      field: (currency) => `Preis pro kWh in ${currency}`,
      fieldPlain: 'Preis pro kWh',
      save: 'Preis speichern',
      cancel: 'Abbrechen',
    },
    update: {
      offer: ({ from, to }) => `Firmware ${to} verfügbar (installiert: ${from}).`,
    },
    confirm: {
      cancel: 'Abbrechen',
      rebootTitle: (name) => `${name} neu starten?`,
      rebootBody:
        'Die Ladestation geht offline und verbindet sich automatisch wieder, meist innerhalb weniger Minuten.',
      updateTitle: (name) => `Firmware von ${name} aktualisieren?`,
      updateBody: (to) =>
        `Installiert Version ${to} und startet neu. Laden ist erst danach wieder möglich.`,
      forgetTitle: (label) => `${label} entfernen?`,
    },
    details: {
      loading: 'Einen Moment…',
      none: 'Keine weiteren Details.',
      copyShort: 'Kopieren',
      copy: (label) => `${label} kopieren`,
      showShort: 'Anzeigen…',
      show: (label) => `${label} anzeigen`,
    },
    copy: {
      diagnostics: 'Diagnosedaten kopieren',
      done: 'Kopiert',
      diagnosticsHint: 'Technische Angaben für den Support. Keine Passwörter oder E-Mail-Adressen.',
    },
    picture: {
      title: 'Leistung und Energie dieses Ladevorgangs',
      span: ({ from, to }) => `Leistung und Energie dieses Ladevorgangs, ${from} bis ${to}.`,
      highest: (power) => `Spitzenleistung ${power}.`,
      sum: (energy) => `Bisher ${energy}.`,
      time: 'Zeit',
      power: 'Leistung',
      energy: 'Energie',
      unknown: 'unbekannt',
      kilowatts: (number) => `${number}\u00a0kW`,
      kilowattHours: 'kWh',
      inKilowattHours: (number) => `${number}\u00a0kWh`,
    },
  },
  detailLabels: {
    model: 'Modell',
    partNumber: 'Teilenummer',
    serialNumber: 'Seriennummer',
    chargerId: 'Ladestations-ID',
    software: 'Firmware',
    latestSoftware: 'Neueste Firmware',
    connection: 'Verbindung',
    signal: 'Signal',
    lastSync: 'Letzter Kontakt zur Cloud',
    statusCode: 'Statuscode',
    controlledBy: 'Gesteuert durch',
    phases: 'Phasen',
    maxCurrent: 'Maximaler Ladestrom',
    powerBoostLimit: 'Power-Boost-Limit',
    group: 'Gruppe',
    yourRight: 'Ihre Rolle',
    autoLock: 'Automatisch sperren nach',
    monthEnergy: 'Energie in diesem Monat',
    monthSessions: 'Ladevorgänge in diesem Monat',
    stationId: 'Stations-ID',
    stationPassword: 'Stationspasswort',
    hardware: 'Hardware',
    systemSoftware: 'System-Firmware',
    wifiSoftware: 'WLAN-Firmware',
    ipAddress: 'IP-Adresse',
    wifiAddress: 'WLAN-MAC-Adresse',
    bluetoothAddress: 'Bluetooth-MAC-Adresse',
    wifiNetwork: 'WLAN',
    setUpCode: 'Einrichtungscode',
    grid: 'Stromnetz',
    inverter: 'Wechselrichter',
    inverterSerial: 'Seriennummer des Wechselrichters',
    inverterFirmware: 'Firmware des Wechselrichters',
    inverterState: 'Status des Wechselrichters',
  },
  detailValues: {
    connection: { wifi: 'WLAN' },
    yourRight: { user: 'Benutzer', admin: 'Administrator', 'super-admin': 'Super-Administrator' },
  },
  station: {
    grid: { present: 'Vorhanden', powerCut: 'Stromausfall', unknown: 'Unbekannt' },
    phase: {
      off: 'Aus',
      preparing: 'Vorbereitung',
      active: 'Versorgt das Haus',
      other: 'Unbekannt',
    },
    inverter: ({ phase, code }) => `${phase} (${code})`,
    notShown: {
      webPage: (size) => `Webseite, ${size}, nicht angezeigt`,
      other: (size) => `Kein JSON, ${size}, nicht angezeigt`,
      nothing: 'Leer',
    },
  },
  /** Without an article: every sentence has them behind a colon or at its beginning. */
  keychainNames: {
    linux: 'Schlüsselbund des Systems',
    darwin: 'Schlüsselbund dieses Mac',
    win32: 'Windows-Anmeldeinformationsverwaltung',
    other: 'Schlüsselbund des Systems',
  },
  form: {
    optional: 'optional',
    missing: 'Füllen Sie dieses Feld aus.',
    wrong: 'Prüfen Sie dieses Feld.',
    cancel: 'Abbrechen',
    keepBlocking: 'Weiter blockieren',
    show: 'Anzeigen',
    hide: 'Verbergen',
  },
  foundSettings: {
    found: ({ from, shown }) =>
      shown.length > 0
        ? `fcsp-api-Einstellungen gefunden in ${from}: ${shown.join(', ')}.`
        : `fcsp-api-Einstellungen gefunden in ${from}.`,
    secret: (field) => `„${field}“ ist enthalten, wird aber nicht angezeigt.`,
    use: 'Diese Einstellungen verwenden',
    used: (secrets) =>
      secrets.length > 0
        ? `Ausgefüllt. Lassen Sie „${secrets.join('“, „')}“ leer, um die gefundene Angabe zu verwenden.`
        : 'Ausgefüllt.',
    undo: 'Rückgängig',
    skipped: (file) => `${file} konnte nicht gelesen werden.`,
  },
  otherCharger: {
    title: 'Andere Ladestation unter dieser Adresse',
    body: ({ found, known }) =>
      `${found} gefunden, erwartet wurde ${known}. Prüfen Sie die Adresse. Falls Ihre Ladestation ausgetauscht wurde, verwenden Sie diese.`,
    accept: 'Diese Ladestation verwenden',
  },
  certificate: {
    first: {
      title: 'Ist das Ihre Ladestation?',
      body: 'Noch wurde nichts gesendet. Vergleichen Sie möglichst den Fingerabdruck. Wenn Sie dem Zertifikat vertrauen, wird nur noch dieses akzeptiert.',
      accept: 'Vertrauen und verbinden',
    },
    changed: {
      title: 'Das Zertifikat der Ladestation hat sich geändert',
      body: 'Es wurde nichts gesendet. Nach Zurücksetzen oder Update ist das normal, es könnte sich aber auch ein anderes Gerät als Ihre Ladestation ausgeben.',
      accept: 'Neuem Zertifikat vertrauen',
    },
    facts: {
      fingerprint: 'Fingerabdruck (SHA-256)',
      subject: 'Ausgestellt für',
      valid: 'Gültig',
      key: 'Schlüssel',
    },
    copy: 'Fingerabdruck kopieren',
    copyKnown: 'Bisherigen Fingerabdruck kopieren',
    copyNew: 'Neuen Fingerabdruck kopieren',
    known: 'Bisher',
    offered: 'Neu',
    differs: 'Geändert',
    same: 'Gleich',
    noSubject: 'Nicht angegeben',
    noKey: 'Unbekannt',
    span: ({ from, to }) => `${from} bis ${to}`,
    expired:
      'Abgelaufen. Bei diesen Ladestationen üblich; wichtig ist, dass sich das Zertifikat nicht ändert.',
    notYet:
      'Noch nicht gültig. Bei diesen Ladestationen üblich; wichtig ist, dass sich das Zertifikat nicht ändert.',
    weak: 'Nach heutigem Maßstab schwacher Schlüssel; die Ladestation bietet keinen anderen.',
  },
  troubles: {
    title: 'Handlungsbedarf',
    noTray: {
      title: 'Kein Infobereich auf diesem Desktop',
      body: 'Dieser Desktop zeigt keine Tray-Symbole, daher bleibt ChargeTray in diesem Fenster. Unter GNOME hilft die Erweiterung AppIndicator.',
    },
    empty: (label) => ({
      title: 'Keine Ladestationen in diesem Konto',
      body: `Keine Ladestationen im Konto ${label}. Fügen Sie eine in der App der Ladestation hinzu oder bitten Sie den Besitzer um Freigabe.`,
    }),
    stuck: (time) => ({
      title: 'Diese Ansicht ist veraltet',
      body: `Nicht aktualisiert seit ${time}: Fehler in ChargeTray. Das Tray-Menü ist weiterhin aktuell. Kopieren Sie die Diagnosedaten und melden Sie den Fehler.`,
    }),
    disk: {
      title: 'ChargeTray kann seine Daten nicht speichern',
      body: 'Geben Sie Speicherplatz frei oder machen Sie den Ordner beschreibbar. Bis dahin können Benachrichtigungen nach einem Neustart doppelt kommen oder fehlen.',
    },
    lostSettings: (keys) => ({
      title: 'Einige Einstellungen waren nicht lesbar',
      body: `Auf Standard zurückgesetzt: ${keys.join(', ')}.`,
    }),
    unreadableSettings: (file) => ({
      title: 'Einstellungen nicht lesbar',
      body: `ChargeTray verwendet die Standardwerte. Die alte Datei wurde als ${file} gespeichert.`,
    }),
  },
  broken: {
    noBridge:
      'Dieses Fenster hat die Verbindung zu ChargeTray verloren. Beenden Sie ChargeTray und starten Sie es neu.',
    noAnswer: 'ChargeTray reagiert nicht. Beenden Sie es und starten Sie es neu.',
    fault:
      'In diesem Fenster ist etwas schiefgegangen. Ihre Ladestationen sind davon nicht betroffen.',
    notDone: 'Etwas ist schiefgegangen. Versuchen Sie es erneut.',
  },
  noticeTests: {
    shown: 'Gesendet. Nichts zu sehen? Prüfen Sie die Systemeinstellungen.',
    noService:
      'Dieser Desktop zeigt keine Benachrichtigungen an. Installieren oder starten Sie einen Benachrichtigungsdienst.',
    refused: 'Der Desktop hat die Benachrichtigung abgelehnt.',
    noAnswer: 'Der Benachrichtigungsdienst des Desktops reagiert nicht.',
    unsupported: 'Dieses System unterstützt keine Benachrichtigungen.',
  },
  noticeKinds: {
    chargeEnded: 'Fertig geladen',
    chargeStopped: 'Laden vorzeitig gestoppt',
    carWaiting: 'Fahrzeug wartet an gesperrter Ladestation',
    fault: 'Störungen und deren Ende',
    poweringHome: 'Fahrzeug versorgt das Haus',
    powerCut: 'Stromausfälle und deren Ende',
    signInNeeded: 'Anmeldung erforderlich',
    identity: 'Zertifikat oder Ladestation geändert',
    unreachable: 'Verbindung beim Laden verloren',
    notConfirmed: 'Befehl nicht bestätigt',
    noPower: 'Angesteckt, lädt aber nicht',
    plan: 'Laden nach Preis: Plan in Gefahr oder verfehlt',
    planStarts: 'Laden nach Preis beginnt',
    notPluggedIn: 'Zum Laden nach Preis nicht angesteckt',
    chargeStarted: 'Laden gestartet',
    pluggedIn: 'Fahrzeug angesteckt',
    firmware: 'Firmware-Update verfügbar',
  },
  history: {
    title: 'Verlauf',
    open: 'Verlauf',
    openOf: (name) => `Verlauf von ${name}`,
    span: {
      unit: 'Zeitraum',
      month: 'Monat',
      year: 'Jahr',
      all: 'Gesamt',
      allTime: 'Gesamt',
      today: 'Heute',
      before: { month: 'Voriger Monat', year: 'Voriges Jahr' },
      after: { month: 'Nächster Monat', year: 'Nächstes Jahr' },
    },
    charger: 'Ladestation',
    allChargers: 'Alle Ladestationen',
    list: {
      title: 'Ladevorgänge',
      search: 'Ladestation, Datum, Zweck oder Notiz suchen',
      searchShort: 'Suchen',
      source: 'Quelle',
      more: 'Mehr anzeigen',
      shown: ({ shown, all }) => `${shown} von ${all}`,
      count: sessions,
      runs: 'läuft',
      unknown: 'unbekannt',
      average: (power) => `im Schnitt ${power}`,
      unknownEnergy: 'Energie unbekannt',
      noEnergy: 'keine Energie',
      showEmpty: (count) =>
        plural(count, {
          one: `${count} Ladevorgang ohne Energie anzeigen`,
          other: `${count} Ladevorgänge ohne Energie anzeigen`,
        }),
      times: ({ from, to, days }) => {
        if (days === 0) return `${from}–${to}`;
        return plural(days, {
          one: `${from}–${to} (+${days}\u00a0Tag)`,
          other: `${from}–${to} (+${days}\u00a0Tage)`,
        });
      },
      about: (amount) => `etwa ${amount}`,
      loading: 'Einen Moment…',
      noneEver: 'Noch keine Ladevorgänge.',
      /** `Oktober 2026` or `2026`, which would need different words in front. */
      none: (span) => `${span}: keine Ladevorgänge.`,
      noneYet: (span) => `${span}: noch keine Ladevorgänge.`,
      automatic: 'Neue Ladevorgänge erscheinen automatisch.',
      notFound: 'Keine passenden Ladevorgänge. Ändern Sie die Suche oder den Filter.',
      clear: 'Alle anzeigen',
    },
    tools: {
      export: 'Exportieren…',
      statement: 'Ladenachweis…',
      prices: 'Strompreis…',
      fetch: 'Von Wallbox importieren…',
    },
  },
  historySums: {
    title: 'Summen',
    tiles: {
      energy: 'Energie',
      cost: 'Kosten',
      averagePrice: 'Durchschnittspreis',
      sessions: 'Ladevorgänge',
    },
    unknown: 'unbekannt',
    perKwh: (amount) => `${amount}/kWh`,
    solar: (share) => `${share} Solarstrom`,
    solarAtLeast: (share) => `mindestens ${share} Solarstrom`,
    charging: (time) => `${time} Ladezeit`,
    change: ({ trend, percent, before }) =>
      trend === 'same' ? `ähnlich wie ${before}` : `${arrows[trend]} ${percent} ggü. ${before}`,
    changeShort: ({ trend, percent, before }) =>
      trend === 'same' ? `ähnlich wie ${before}` : `${arrows[trend]} ${percent}`,
    changeHeard: ({ trend, percent, before, isRunning }) => {
      const then = isRunning
        ? `bis zum gleichen Zeitpunkt im Zeitraum ${before}`
        : `im Zeitraum ${before}`;
      const said = { more: 'mehr', less: 'weniger' };
      return trend === 'same'
        ? `etwa so viel wie ${then}`
        : `${percent} ${said[trend]} als ${then}`;
    },
    withoutEnergy: (count) =>
      plural(count, {
        one: `Energie bei ${count} Ladevorgang unbekannt (nicht enthalten).`,
        other: `Energie bei ${count} Ladevorgängen unbekannt (nicht enthalten).`,
      }),
    withoutCost: (count) =>
      plural(count, {
        one: `Kosten bei ${count} Ladevorgang unbekannt (nicht enthalten).`,
        other: `Kosten bei ${count} Ladevorgängen unbekannt (nicht enthalten).`,
      }),
    withoutBoth: (count) =>
      plural(count, {
        one: `Energie und Kosten bei ${count} Ladevorgang unbekannt (nicht enthalten).`,
        other: `Energie und Kosten bei ${count} Ladevorgängen unbekannt (nicht enthalten).`,
      }),
    bars: {
      energy: { month: 'Energie pro Tag', year: 'Energie pro Monat', all: 'Energie pro Jahr' },
      time: { month: 'Ladezeit pro Tag', year: 'Ladezeit pro Monat', all: 'Ladezeit pro Jahr' },
      label: ({ title, span, sum }) => `${title}, ${span}: Summe ${sum}`,
      period: { month: 'Tag', year: 'Monat', all: 'Jahr' },
      measures: { energy: 'Energie', time: 'Ladezeit' },
      hours: 'h',
      solar: 'Solar',
      other: 'Sonstige',
      sessions: 'Ladevorgänge',
      bar: ({ name, facts }) => `${name}: ${facts}`,
      solarPart: (energy) => `${energy} Solarstrom`,
      count: sessions,
      none: 'keine Ladevorgänge',
    },
    day: (name) => `${name}: alle Tage anzeigen`,
  },
  sourceLabels: {
    any: 'Alle Quellen',
    recorded: 'Dieser Computer',
    cloud: 'Wallbox',
    both: 'Beide',
  },
  sources: {
    recorded: 'Auf diesem Computer aufgezeichnet',
    cloud: 'Von Wallbox',
    both: 'Dieser Computer und Wallbox',
  },
  exporting: {
    title: 'Export',
    what: 'Daten',
    whats: { sessions: 'Ladevorgänge', samples: 'Alle Messwerte' },
    format: 'Format',
    formats: { csv: 'CSV', json: 'JSON' },
    excel: 'Excel-Format',
    excelHint: 'Wird in Spalten geöffnet, mit Zahlen und Datumsangaben im Format Ihrer Region.',
    range: ({ span, charger }) =>
      charger === undefined ? `Alle Ladestationen, ${span}.` : `${charger}, ${span}.`,
    rangeAll: (charger) =>
      charger === undefined ? 'Alle Ladevorgänge.' : `${charger}, alle Ladevorgänge.`,
    save: 'Speichern unter…',
    stop: 'Stoppen',
    /** The count comes written out, so no word may depend on it. */
    rows: (count) => `Zeilen bisher: ${count}…`,
    begun: 'Wählen Sie, wo die Datei gespeichert werden soll.',
    saved: 'Gespeichert',
    cancelled: 'Nicht gespeichert',
    failed: 'Speichern nicht möglich. Wählen Sie einen anderen Ordner.',
  },
  fetching: {
    offer: (brand) => `Von ${brand} importieren`,
    offerFor: ({ brand, name }) => `${name} von ${brand} importieren`,
    hint: 'Importiert frühere Ladevorgänge, eine Anfrage pro Minute. Das kann eine Weile dauern.',
    busy: 'Import läuft… Sie können weiterarbeiten.',
    done: (count) =>
      count === 0 ? 'Nichts Neues zu importieren.' : `${sessions(count)} importiert.`,
  },
  session: {
    gone: 'Dieser Ladevorgang wurde gelöscht.',
    span: ({ from, to }) => `${from} bis ${to}`,
    times: ({ from, to }) => `${from}–${to}`,
    moment: ({ day, time }) => `${day}, ${time}`,
    pictureOf: ({ name, day }) => `${name}, ${day}`,
    loading: 'Einen Moment…',
    facts: {
      start: 'Beginn',
      end: 'Ende',
      duration: 'Dauer',
      charging: 'Ladezeit',
      energy: 'Energie',
      green: 'Solarstrom',
      average: 'Mittlere Leistung',
      peak: 'Spitzenleistung',
      cost: 'Kosten',
      source: 'Quelle',
    },
    before: (time) => `vor ${time}`,
    runs: 'Läuft noch.',
    estimated: 'Schätzung: Daten fehlen und der Preis hat sich geändert.',
    gap: ({ from, to }) => `Keine Daten von ${from} bis ${to}.`,
    gapsUnknown: 'Einige Daten fehlen.',
    noPicture: 'Keine Messwerte aufgezeichnet.',
    picture: {
      title: 'Leistung und Energie dieses Ladevorgangs',
      summary: ({ from, to }) => `Leistung und Energie von ${from} bis ${to}.`,
      keys: 'Pfeiltasten zum Bewegen, + und − zum Zoomen, 0 zum Zurücksetzen.',
      limit: (current) => `Limit ${current}`,
      nothing: 'keine Daten',
      at: ({ time, parts }) => `${time}: ${parts.join(', ')}`,
      hint: 'Mit Maus oder Pfeiltasten Werte ablesen.',
      closer: 'Vergrößern',
      wider: 'Verkleinern',
      whole: 'Zoom zurücksetzen',
      save: 'Diagramm speichern…',
      fileName: ({ charger, day }) => `${charger} ${day}.png`,
      legend: {
        power: 'Leistung',
        energy: 'Energie',
        limit: 'Limit',
        interruption: 'Kein Strom',
      },
      time: 'Zeit',
      limitColumn: 'Limit',
      unknown: 'unbekannt',
      shown: ({ from, to }) => `Angezeigt: ${from} bis ${to}.`,
    },
    states: {
      title: 'Ablauf',
      summary: ({ from, to }) => `Ablauf von ${from} bis ${to}.`,
      noNumbers: 'Die Ladestation meldet weder Leistung noch Energie.',
      more: (count) =>
        plural(count, {
          one: `… und ${count} weitere Änderung.`,
          other: `… und ${count} weitere Änderungen.`,
        }),
    },
  },
  interruptions: {
    queue: 'wartet auf Strom',
    schedule: 'wartet auf den Zeitplan',
    pause: 'pausiert oder gesperrt',
    waiting: 'Fahrzeug nimmt keinen Strom auf',
    fault: 'Störung',
    offline: 'Ladestation offline',
    gap: 'keine Daten',
  },
  runs: {
    charging: 'Lädt',
    discharging: 'Versorgt das Haus',
    transferring: 'Strom fließt',
    waiting: 'Angesteckt, es fließt kein Strom',
    queued: 'Wartet auf Strom',
    scheduled: 'Laden geplant',
    paused: 'Pausiert oder gestoppt',
    complete: 'Fertig geladen',
    locked: 'Gesperrt',
    lockedCar: 'Gesperrt, Fahrzeug wartet',
    available: 'Bereit',
    updating: 'Update läuft',
    error: 'Störung',
    offline: 'Offline',
    unknown: 'Status unbekannt',
    gap: 'Keine Daten',
  },
  ends: {
    complete: 'fertig geladen',
    paused: 'pausiert',
    locked: 'gesperrt',
    unplugged: 'abgesteckt',
    unseen: 'nicht beobachtet',
    notSaid: 'gestoppt oder fertig',
    reversed: 'auf Hausversorgung umgeschaltet',
  },
  costOrigins: {
    entered: 'von Ihnen eingegeben',
    own: 'Ihr Tarif',
    charger: 'Tarif der Ladestation',
    cloud: 'von Wallbox',
  },
  tagLabels: { business: 'Dienstlich', private: 'Privat' },
  tagChoices: { none: 'Ohne', business: 'Dienstlich', private: 'Privat' },
  sessionEdit: {
    title: 'Ihre Notizen',
    tag: 'Zweck',
    note: 'Notiz',
    noteLeft: (left) => `Noch ${left} Zeichen übrig`,
    saveNote: 'Notiz speichern',
    noteSaved: 'Notiz gespeichert.',
    correct: 'Korrigieren…',
    delete: 'Löschen',
    form: {
      title: 'Diesen Ladevorgang korrigieren',
      start: 'Beginn',
      end: 'Ende',
      energy: 'Energie, kWh',
      energyHint: (recorded) =>
        recorded === undefined
          ? 'Es wurde keine aufgezeichnet.'
          : `Aufgezeichnet: ${recorded}. Leer lassen, um diesen Wert zu verwenden.`,
      cost: 'Kosten',
      costHint: 'Leer lassen, um sie aus dem Strompreis zu berechnen.',
      currency: 'Währung',
      save: 'Speichern',
      cancel: 'Abbrechen',
      undo: 'Aufgezeichnete Werte verwenden',
    },
    corrected: (recorded) => `Korrigiert. Aufgezeichnet: ${recorded}`,
    correctedUnknown: 'Korrigiert. Es wurde nichts aufgezeichnet.',
    deleted: 'Ladevorgang gelöscht',
    undo: 'Rückgängig',
    restorable: 'Sie können ihn 30 Tage lang wiederherstellen: unter „Verlauf“, „Gelöscht“.',
  },
  correctionFaults: {
    noTime: 'Geben Sie Datum und Uhrzeit ein.',
    noNumber: 'Geben Sie eine Zahl ein, zum Beispiel 10,5.',
    endFirst: 'Das Ende muss nach dem Beginn liegen.',
    future: 'Dieser Zeitpunkt liegt in der Zukunft.',
    tooLong: 'Ein Ladevorgang kann höchstens 31 Tage dauern.',
    energy: 'Geben Sie eine Energie von 0 bis 1.000\u00a0kWh ein.',
    cost: 'Geben Sie einen Betrag unter 1.000.000 mit höchstens 2 Nachkommastellen ein.',
  },
  changeFailures: {
    gone: 'Diesen Ladevorgang gibt es nicht mehr.',
    running: 'Dieser Ladevorgang läuft noch. Versuchen Sie es erneut, wenn er beendet ist.',
    impossible:
      'Diese Werte passen nicht zu einem einzigen Ladevorgang. Prüfen Sie sie und versuchen Sie es erneut.',
    notKept:
      'Das konnte nicht gespeichert werden. Prüfen Sie den Datenträger und versuchen Sie es erneut.',
  },
  deletedSessions: {
    open: (count) => `Gelöscht (${count})`,
    hint: 'Gelöschte Ladevorgänge werden nach 30 Tagen endgültig entfernt.',
    restore: 'Wiederherstellen',
    restoreOf: (session) => `${session} wiederherstellen`,
    restored: 'Wiederhergestellt.',
    row: ({ day, amount }) => `${day}, ${amount}`,
  },
  statement: {
    view: 'Ladenachweis',
    title: 'Ladenachweis',
    documentTitle: (period) => `Ladenachweis, ${period}`,
    intro: 'Für Arbeitgeber, Vermieter oder Finanzamt.',
    loading: 'Wird berechnet…',
    none: 'Keine Daten.',
    noRows: 'Keine Ladevorgänge in diesem Zeitraum.',
    noBusinessRows: 'Keine dienstlichen Ladevorgänge in diesem Zeitraum.',
    page: ({ page, pages }) => `Seite ${page} von ${pages}`,
    unit: 'Zeitraum',
    units: { month: 'Monat', quarter: 'Quartal', year: 'Jahr', range: 'Von–bis' },
    before: 'Voriger Zeitraum',
    after: 'Nächster Zeitraum',
    from: 'Erster Tag',
    to: 'Letzter Tag',
    noRange: 'Der letzte Tag darf nicht vor dem ersten liegen.',
    quarter: ({ quarter, year }) => `${quarter}. Quartal ${year}`,
    range: ({ from, to }) => `${from} – ${to}`,
    chargers: 'Ladestationen',
    businessOnly: 'Nur dienstliche Ladevorgänge',
    details: 'Angaben auf dem Ladenachweis',
    fields: {
      name: 'Name',
      address: 'Anschrift',
      vehicle: 'Fahrzeug',
      plate: 'Kennzeichen',
      costCentre: 'Kostenstelle',
      meterStart: 'Zählerstand zu Beginn',
      meterEnd: 'Zählerstand am Ende',
    },
    meterHint: 'Wie am Zähler abgelesen, mit Einheit. Wird nicht gespeichert.',
    signature: 'Unterschriftszeile',
    remember: 'Diese Angaben merken',
    rememberHint: 'Wird in den Einstellungen auf diesem Computer und in Sicherungen gespeichert.',
    period: 'Zeitraum',
    issued: 'Ausgestellt am',
    charger: 'Ladestation',
    model: 'Modell',
    serial: 'Seriennummer',
    zone: 'Zeitzone',
    scope: 'Ladevorgänge',
    businessScope: 'Nur dienstliche',
    columns: { day: 'Datum', times: 'Uhrzeit', energy: 'kWh', price: 'Pro kWh', cost: 'Kosten' },
    sum: (count) => `Summe, ${sessions(count)}`,
    total: 'Summe, alle Ladestationen',
    unknown: '–',
    unknownHeard: 'unbekannt',
    several: 'mehrere',
    estimatedMark: '*',
    correctedMark: '†',
    prices: 'Strompreise in diesem Zeitraum',
    noPrices: 'Kein Preis festgelegt.',
    band: ({ times, price }) => `${times}: ${price}`,
    estimated: '* Schätzung: Daten fehlen und der Preis hat sich geändert.',
    corrected:
      '† Vom Besitzer korrigiert. Die aufgezeichneten Werte bleiben in ChargeTray erhalten.',
    severalNote: 'Mehrere: es galt mehr als ein Strompreis. Siehe die aufgeführten Preise.',
    withoutEnergy: (count) =>
      plural(count, {
        one: `Bei ${count} Ladevorgang fehlen Energiedaten; er ist nicht in der Summe enthalten.`,
        other: `Bei ${count} Ladevorgängen fehlen Energiedaten; sie sind nicht in der Summe enthalten.`,
      }),
    withoutCost: (count) =>
      plural(count, {
        one: `Bei ${count} Ladevorgang sind die Kosten unbekannt; er ist nicht in der Summe enthalten.`,
        other: `Bei ${count} Ladevorgängen sind die Kosten unbekannt; sie sind nicht in der Summe enthalten.`,
      }),
    empty: (count) =>
      plural(count, {
        one: `${count} Ladevorgang ohne Energie ist nicht aufgeführt.`,
        other: `${count} Ladevorgänge ohne Energie sind nicht aufgeführt.`,
      }),
    counted: 'Energie laut Messung der Ladestation. Erstellt mit ChargeTray.',
    signed: 'Datum, Unterschrift',
    save: 'Als PDF speichern…',
    fileName: ({ charger, period }) => `${charger} ${period}.pdf`,
    fileOfSeveral: 'Ladenachweis',
  },
  /** What electricity costs by the hour, and where that is known from. */
  market: {
    title: 'Strompreise',
    intro: 'Wählen Sie eine Quelle, und ChargeTray zeigt, wann Strom günstig ist.',
    source: 'Quelle',
    area: 'Preiszone',
    privacy: (host: string) =>
      `ChargeTray fragt ein- bis zweimal am Tag ${host}. Über Sie oder Ihre Ladestation wird nichts gesendet.`,
    own: 'Eigene Datei oder Adresse',
    address: 'Datei oder Adresse',
    addressHint:
      'Eine JSON- oder CSV-Liste mit Beginn und Preis pro kWh für jede Stunde oder Viertelstunde.',
    addressPrivacy: 'ChargeTray liest diese Datei oder fragt diese Adresse etwa einmal am Tag ab.',
    nordPoolTerms: 'Die Bedingungen von Nord Pool schränken die Nutzung der Preise ein.',
    use: 'Preise anzeigen',
    change: 'Quelle ändern',
    stop: 'Keine Preise mehr abrufen',
    cancel: 'Abbrechen',
    from: ({ source, area }: { readonly source: string; readonly area: string }) =>
      `${source}, ${area}`,
    /** A part of the country that has prices of its own, and its code. */
    partOf: ({ country, code }: { readonly country: string; readonly code: string }) =>
      `${country} (${code})`,
    stepsIn: (source: string) => `${source} ist eingesprungen.`,
    today: 'Heute',
    now: 'Jetzt',
    lowest: 'Tiefster',
    average: 'Durchschnitt',
    known: ({ until, updated }: { readonly until: string; readonly updated: string }) =>
      `Preise bis ${until}. Aktualisiert: ${updated}.`,
    withVat: 'Börsenpreise pro kWh mit MwSt., ohne Netzentgelte.',
    withoutVat: 'Börsenpreise pro kWh, ohne Steuern und Netzentgelte.',
    waiting: 'Preise werden abgerufen…',
    none: 'Noch keine Preise.',
    picture: {
      title: 'Preis nach Uhrzeit',
      hint: 'Zeigen Sie auf einen Balken, um den Preis zu sehen.',
      keys: 'Mit den Pfeiltasten gehen Sie von Preis zu Preis.',
      at: ({ time, price }: { readonly time: string; readonly price: string }) =>
        `${time}: ${price}`,
      time: 'Zeit',
      price: 'Preis',
    },
    cheapest: {
      title: 'Am günstigsten',
      energy: 'Energie',
      power: 'Ladeleistung',
      readyBy: 'Fertig bis',
      inOneGo: 'Am Stück',
      costs: ({ energy, cost }: { readonly energy: string; readonly cost: string }) =>
        `${energy} für etwa ${cost} zu Börsenpreisen`,
      saved: (amount: string) => `${amount} weniger als bei sofortigem Start`,
      forecast: 'Ein Teil liegt in Stunden, deren Preise noch nicht bekannt sind.',
      atMost: (energy: string) => `Bis dahin ist nicht alles möglich: höchstens ${energy}.`,
      noPrices: 'Für diese Zeit sind noch keine Preise bekannt.',
      over: 'Dieser Zeitpunkt ist vorbei.',
    },
    failures: {
      unreachable: 'Die Quelle ist nicht erreichbar.',
      timedOut: 'Die Quelle hat nicht rechtzeitig geantwortet.',
      serverError: 'Die Quelle hat eine Störung.',
      rateLimited: 'Die Quelle bittet um eine Pause. ChargeTray versucht es später erneut.',
      notUnderstood: 'ChargeTray kann die Antwort der Quelle nicht lesen.',
      notPublished: 'Die Börse hat diese Preise noch nicht veröffentlicht.',
      tokenRefused: 'Die Quelle verlangt ein gültiges Token.',
      notFound: 'Die Quelle hat keine Preise für diese Zone.',
      implausible: 'Die Preise der Quelle wirken falsch und werden nicht verwendet.',
    },
  },
  prices: {
    title: 'Strompreis',
    intro:
      'Ladevorgänge werden mit dem jeweils gültigen Preis berechnet. Ein neuer Preis ändert frühere Ladevorgänge nicht.',
    none: 'Kein Preis festgelegt, daher werden keine Kosten angezeigt.',
    since: (day) => `Ab ${day}`,
    now: 'aktuell',
    origins: { own: 'von Ihnen', charger: 'von der Ladestation' },
    otherwise: 'Alle übrigen Zeiten',
    bandWhen: ({ days, times }) => `${days}, ${times}`,
    everyDay: 'Täglich',
    wholeDay: 'ganztägig',
    times: ({ from, to }) => `${from}–${to}`,
    days: ({ from, to }) => `${from}–${to}`,
    remove: 'Löschen',
    removeNamed: (day) => `Preis ab ${day} löschen`,
    removeTitle: (day) => `Preis ab ${day} löschen?`,
    removeBody:
      'Ab diesem Tag gilt der vorherige Preis. Bereits berechnete Kosten bleiben unverändert.',
    add: 'Neuer Preis',
    kind: 'Preis',
    kinds: { flat: 'Festpreis', bands: 'Zeitvariabel' },
    from: 'Ab',
    currency: 'Währung',
    perKwh: 'Preis pro kWh',
    otherwisePerKwh: 'Preis zu allen übrigen Zeiten',
    otherwiseHint: 'Pro kWh, wenn keines der Zeitfenster oben gilt.',
    band: (number) => `Zeitfenster ${number}`,
    bandDays: 'Tage',
    bandFrom: 'Von',
    bandTo: 'Bis',
    addBand: 'Zeitfenster hinzufügen',
    removeBand: (number) => `Zeitfenster ${number} entfernen`,
    removeBandShort: 'Entfernen',
    bandHint:
      'Das erste passende Zeitfenster gilt. Ein Zeitfenster darf über Mitternacht hinausgehen.',
    save: 'Preis speichern',
    cancel: 'Abbrechen',
    saved: 'Gespeichert',
    full: 'Mehr Preise sind nicht möglich. Löschen Sie zuerst einen.',
  },
  priceTroubles: {
    empty: 'Geben Sie einen Preis ein, zum Beispiel 0,31.',
    noNumber: 'Das ist keine Zahl. Geben Sie den Preis zum Beispiel als 0,31 oder 0.31 ein.',
    tooFine: 'Höchstens 8 Nachkommastellen sind möglich.',
    tooLarge: 'Dieser Preis ist zu hoch.',
    noDay: 'Wählen Sie einen Tag.',
    noDays: 'Wählen Sie mindestens einen Wochentag.',
    noTime: 'Geben Sie beide Uhrzeiten ein.',
    sameTimes: 'Beginn und Ende sind gleich. Für den ganzen Tag wählen Sie 00:00 bis 00:00.',
  },
  unusualPrice: 'Ungewöhnlicher Preis pro kWh. Prüfen Sie das Dezimalzeichen.',
  settings: {
    pages: {
      chargers: 'Ladestationen',
      notifications: 'Benachrichtigungen',
      prices: 'Preise',
      general: 'Allgemein',
      data: 'Daten',
      about: 'Info',
    },
    now: {
      chargers,
      noChargers: 'Keine',
      noPrice: 'Kein Preis',
      timeOfUse: 'Zeitvariabel',
      priceOf: ({ name, price }) => `${name}: ${price}`,
      storedFor: (years) => {
        if (years === 0) return 'Ladevorgänge: unbegrenzt';
        return plural(years, {
          one: `Ladevorgänge: ${years} Jahr`,
          other: `Ladevorgänge: ${years} Jahre`,
        });
      },
      startsAtLogin: 'startet automatisch',
    },
    chargers: {
      title: 'Namen und Reihenfolge',
      shown: (name) => `${name} anzeigen`,
      up: (name) => `${name} nach oben`,
      down: (name) => `${name} nach unten`,
      rename: 'Umbenennen',
      renameNamed: (name) => `${name} umbenennen`,
      name: (name) => `Name für ${name}`,
      nameHint: 'Gilt nur in ChargeTray. Leer lassen für den eigenen Namen der Ladestation.',
      save: 'Speichern',
      cancel: 'Abbrechen',
    },
    advanced: 'Erweitert',
    shortcut: {
      title: 'Tastenkürzel zum Öffnen',
      hint: 'Öffnet ChargeTray aus jedem Programm.',
      named: (keys) => `Tastenkürzel zum Öffnen: ${keys}`,
      set: 'Festlegen…',
      press: 'Tasten drücken…',
      remove: 'Entfernen',
      taken:
        'Ein anderes Programm nutzt diese Tasten oder dieser Desktop erlaubt keine Tastenkürzel.',
      needs:
        'Verwenden Sie Strg, Alt oder die Systemtaste zusammen mit einem Buchstaben, einer Ziffer oder einer F-Taste.',
    },
    reset: {
      label: 'Einstellungen zurücksetzen…',
      title: 'Einstellungen zurücksetzen?',
      body: 'Alle Einstellungen werden auf Standard zurückgesetzt. Konten, Verlauf und Preise bleiben erhalten.',
      confirm: 'Einstellungen zurücksetzen',
    },
    titles: {
      accounts: 'Konten und Ladestationen',
      notices: 'Benachrichtigungen',
      start: 'Start',
      look: 'Darstellung',
      history: 'Verlauf',
      about: 'Info',
    },
    account: {
      interval: 'Aktualisierungsintervall (s)',
      timeout: 'Zeitlimit für Antworten (s)',
      timeoutHint: ({ least, most }) =>
        `${least} bis ${most}\u00a0s. Die Ladestation kann langsam sein.`,
      certificate: 'Vertrauenswürdiges Zertifikat',
      validTo: (day) => `gültig bis ${day}`,
      expired: (day) => `abgelaufen am ${day}`,
      signOut: 'Abmelden',
      signOutOf: (label) => `${label} abmelden`,
      forget: 'Entfernen',
      forgetNamed: (label) => `${label} entfernen`,
    },
    notices: {
      now: 'Benachrichtigungen anzeigen',
      which: 'Benachrichtigen bei',
      whichOf: (name) => `Für ${name} benachrichtigen bei:`,
      quietUntil: (time) => `Stumm bis ${time}.`,
      charger: 'Ladestation',
      allChargers: 'Alle Ladestationen',
      unnamed: 'Ladestation',
      differing: (count) =>
        count === 0 ? 'Wie alle Ladestationen' : `Abweichend von „Alle Ladestationen“: ${count}`,
      likeAll: 'Wie alle Ladestationen',
      test: 'Testbenachrichtigung senden',
      testing: 'Wird gesendet…',
      quiet: {
        title: 'Ruhezeiten',
        hint: 'Am Ende erhalten Sie eine Zusammenfassung der verpassten Meldungen.',
        span: (number) => `Ruhezeit ${number}`,
        from: 'Von',
        to: 'Bis',
        add: 'Ruhezeit hinzufügen',
        addShort: 'Hinzufügen',
        remove: 'Entfernen',
        removeSpan: (number) => `Ruhezeit ${number} entfernen`,
        critical: 'Störungen und Stromausfälle trotzdem melden',
      },
    },
    start: {
      atLogin: 'Automatisch starten',
      hidden: 'Minimiert starten',
      hiddenHint: 'Kein Fenster beim Start, wenn der Desktop einen Infobereich hat.',
    },
    look: {
      theme: 'Design',
      trayIcon: 'Tray-Symbol',
      trayPower: 'Leistung in der Menüleiste anzeigen',
      trayIconHint: 'Ändern Sie das, wenn das Symbol schlecht zu sehen ist.',
    },
    history: {
      samples: 'Messwerte aufbewahren',
      sessions: 'Ladevorgänge aufbewahren',
      keepHint:
        'Messwerte ergeben die Diagramme und brauchen den meisten Platz. Ältere werden gelöscht.',
    },
    about: {
      version: (version) => `ChargeTray ${version}`,
      demo: 'Demodaten',
    },
  },
  quietLabels: {
    no: 'Ein',
    hour: 'Eine Stunde aus',
    tomorrow: 'Aus bis morgen',
    always: 'Aus',
  },
  linkLabels: {
    wallboxPortal: 'Wallbox-Portal öffnen',
    trayHelp: 'Hilfe zum Tray-Symbol',
    projectPage: 'Website',
  },
  themeLabels: {
    system: 'System',
    light: 'Hell',
    dark: 'Dunkel',
  },
  trayIconLabels: {
    auto: 'Automatisch',
    forDarkPanel: 'Für dunkle Leisten',
    forLightPanel: 'Für helle Leisten',
  },
  formats: {
    title: 'Sprache und Formate',
    language: 'Sprache',
    asSystem: (now) => `System (${now})`,
    region: 'Zahlen, Datum und Uhrzeit',
    clock: 'Uhrzeitformat',
    clocks: { region: 'Wie Region', h23: '24 Stunden', h12: '12 Stunden' },
    weekStart: 'Erster Tag der Woche',
    weekStarts: {
      region: 'Wie Region',
      monday: 'Montag',
      saturday: 'Samstag',
      sunday: 'Sonntag',
    },
    zone: 'Zeitzone',
    zoneAsHere: (place) => `Wie auf diesem Computer (${place})`,
    zoneHint: 'Gilt auch für Ruhezeiten, Ladenachweise und neue Preise.',
    areas: {
      Africa: 'Afrika',
      America: 'Amerika',
      Antarctica: 'Antarktis',
      Arctic: 'Arktis',
      Asia: 'Asien',
      Atlantic: 'Atlantik',
      Australia: 'Australien',
      Europe: 'Europa',
      Indian: 'Indischer Ozean',
      Pacific: 'Pazifik',
    },
  },
  excelHeaders: {
    id: 'ID',
    charger_name: 'Ladestation',
    started_at: 'Beginn',
    ended_at: 'Ende',
    energy_kwh: 'Energie (kWh)',
    green_energy_kwh: 'Solarstrom (kWh)',
    charging_ms: 'Ladezeit (ms)',
    average_w: 'Mittlere Leistung (W)',
    peak_w: 'Spitzenleistung (W)',
    cost: 'Kosten',
    currency: 'Währung',
    cost_by: 'Quelle der Kosten',
    cost_estimated: 'Kosten geschätzt',
    end: 'Beendet durch',
    start_seen: 'Beginn beobachtet',
    gaps: 'Daten fehlen',
    source: 'Quelle',
    charger: 'Ladestations-ID',
    tag: 'Zweck',
    note: 'Notiz',
    corrected: 'Korrigiert',
    original_energy_kwh: 'Aufgezeichnete Energie (kWh)',
    original_started_at: 'Aufgezeichneter Beginn',
    original_ended_at: 'Aufgezeichnetes Ende',
    original_cost: 'Aufgezeichnete Kosten',
    original_currency: 'Aufgezeichnete Währung',
    at: 'Zeit',
    state: 'Status',
    power_w: 'Leistung (W)',
    session_energy_kwh: 'Energie des Ladevorgangs (kWh)',
    limit_a: 'Limit (A)',
    gap_before: 'Davor fehlen Daten',
    phases: 'Phasen',
    vendor_code: 'Code der Ladestation',
    current_a: 'Strom (A)',
  },
  backup: {
    hint: 'Eine Sicherung enthält Verlauf, Preise und Einstellungen, aber keine Passwörter oder Schlüssel.',
    backUp: 'Sichern…',
    restore: 'Sicherung wiederherstellen…',
    restoreTitle: 'Sicherung wiederherstellen?',
    restoreBody:
      'Fügt die Ladevorgänge der Sicherung Ihrem Verlauf hinzu. Ersetzt Ihre Einstellungen.',
    choose: 'Datei wählen…',
    asking: 'Einen Moment…',
    rows: (count) => `Einträge bisher: ${count}…`,
    stop: 'Stoppen',
    saved: 'Sicherung gespeichert',
    cancelled: 'Nicht gespeichert',
    failed: 'Speichern nicht möglich. Wählen Sie einen anderen Ordner.',
    restored: ({ sessions: restored, samples }) =>
      `${sessions(restored)} und ${plural(samples, {
        one: `${samples} Messwert`,
        other: `${samples} Messwerte`,
      })} wiederhergestellt.`,
    badLines: (count) =>
      plural(count, {
        one: `${count} Zeile war nicht lesbar und wurde übersprungen.`,
        other: `${count} Zeilen waren nicht lesbar und wurden übersprungen.`,
      }),
    cutOff: 'Die Datei ist unvollständig: ihr Ende fehlt. Verwenden Sie eine andere Kopie.',
    failures: {
      cancelled: 'Es wurde nichts wiederhergestellt.',
      stopped:
        'Gestoppt. Bereits Wiederhergestelltes bleibt erhalten. Starten Sie die Wiederherstellung erneut, um den Rest zu ergänzen.',
      noBackup: 'Das ist keine ChargeTray-Sicherung. Es wurde nichts geändert.',
      tooNew:
        'Stammt von einer neueren Version von ChargeTray. Aktualisieren Sie zuerst. Es wurde nichts geändert.',
      failed:
        'Die Sicherung wurde nicht vollständig wiederhergestellt. Versuchen Sie es erneut; nichts kommt doppelt hinzu. Passiert das öfter, kopieren Sie die Diagnosedaten und melden Sie den Fehler.',
    },
  },
  licences: {
    open: 'Open-Source-Lizenzen',
    title: 'Open-Source-Lizenzen',
    intro:
      'ChargeTray baut auf der Arbeit anderer auf. Öffnen Sie einen Eintrag, um die Lizenz zu lesen.',
    loading: 'Einen Moment…',
    missing: 'In dieser Kopie von ChargeTray fehlen die Lizenztexte.',
    browser: 'Chromium und alles, was darin steckt',
  },
  report: {
    offer: 'Bericht erstellen',
    again: 'Neu erstellen',
    hint: 'Liest alle verfügbaren Daten und entfernt private Angaben. Für einen Fehlerbericht.',
    asking: 'Bericht wird erstellt… Das kann eine halbe Minute dauern.',
    ready: 'Bericht fertig.',
    title: 'Bericht',
    notAsked: 'nicht abgefragt',
    took: (ms) => `${ms}\u00a0ms`,
    copy: 'Bericht kopieren',
    save: 'Bericht speichern…',
    saved: 'Gespeichert',
    cancelled: 'Nicht gespeichert',
    failed: 'Speichern nicht möglich. Wählen Sie einen anderen Ordner.',
    answerOf: (path) => `Antwort von ${path}`,
  },
  shell: {
    openFromNotice: 'ChargeTray öffnen',
    openButton: 'Öffnen',
    secretOf: (name) => `Stationspasswort · ${name}`,
    secretAdvice:
      'Wer dieses Passwort hat, kann die Ladestation umkonfigurieren. Geben Sie es nicht weiter.',
    copy: 'Kopieren',
    close: 'Schließen',
    exportFile: ({ what, day, ending }) => {
      const name = { sessions: 'Ladevorgänge', samples: 'Messwerte' };
      return `ChargeTray-${name[what]} ${day}.${ending}`;
    },
    backupFile: (day) => `ChargeTray-Sicherung ${day}.jsonl`,
    reportFile: (day) => `ChargeTray-Bericht ${day}.txt`,
  },
  commandLine: {
    nothing: 'Noch keine Ladestationen. Öffnen Sie ChargeTray und fügen Sie eine hinzu.',
    notRunning: 'ChargeTray läuft nicht. Das sind die letzten Messwerte.',
    unreadable:
      'Gespeicherte Daten waren nicht lesbar. Starten Sie ChargeTray und versuchen Sie es erneut.',
    usage: [
      'chargetray --status         eine Zeile pro Ladestation, dann Ende',
      'chargetray --watch          dasselbe, dazu bei jeder Änderung eine neue Zeile',
      'chargetray --status --json  JSON für Skripte; --watch --json schreibt ein Objekt pro Änderung',
    ].join('\n'),
  },
};
