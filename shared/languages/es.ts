import type { Messages } from '../text/messages.ts';
import { pluralsOf } from '../text/plurals.ts';

const plural = pluralsOf('es', [1]);
const arrows = { more: '▲', less: '▼' } as const;
const trends = { more: 'más', less: 'menos' } as const;

/** A time with its article, after “desde” or “hasta”: `las 14:15`, `la 1:15`, `el sáb, 3 oct, 14:15`. */
function the(time: string): string {
  if (hasDay(time)) return `el ${time}`;
  return /^0?1(\D|$)/.test(time) ? `la ${time}` : `las ${time}`;
}

/** `a las 14:15`, `el sáb, 3 oct, 14:15`. */
function at(time: string): string {
  return hasDay(time) ? the(time) : `a ${the(time)}`;
}

/** `de las 14:15`, `del sáb, 3 oct, 14:15`. */
function of(time: string): string {
  return hasDay(time) ? `del ${time}` : `de ${the(time)}`;
}

/** As `dayAndTime` below writes it. */
function hasDay(time: string): boolean {
  return time.includes(', ');
}

/** `14:15–15:30` in a sentence, whatever has a day in front. */
function between({ from, to }: { readonly from: string; readonly to: string }): string {
  return `entre ${the(from)} y ${the(to)}`;
}

function chargers(count: number): string {
  return plural(count, { one: `${count} cargador`, other: `${count} cargadores` });
}

function sessions(count: number): string {
  return plural(count, { one: `${count} sesión`, other: `${count} sesiones` });
}

/**
 * Spanish (Spain): the owner is “tú”; “cargador” (Ford: “estación”), “sesión”, “carga”, “potencia”
 * (kW), “energía” (kWh), “bloquear”, “límite de corriente”, “coche”; “enchufado” is the cable,
 * “conectado” the network.
 */
export const phrases: Messages = {
  code: 'es',
  tray: {
    noChargers: 'ChargeTray: aún no hay cargadores',
    addCharger: 'Añadir un cargador…',
    allHidden: 'ChargeTray: todos los cargadores están ocultos',
    looking: 'ChargeTray: cargando la lista de cargadores…',
    keychainLocked: 'ChargeTray: desbloquea el depósito de claves',
    tryKeychain: 'Desbloquear el depósito de claves…',
    notRead: 'aún sin datos',
    outdated: (since) => `datos ${of(since)}`,
    away: ({ since, state }) => `inaccesible desde ${the(since)} (antes: ${state})`,
    powerCut: 'corte de luz',
    nextStart: (time) => `próximo inicio ${at(time)}`,
    doubts: {
      certificateChanged: 'el certificado ha cambiado',
      otherCharger: 'otro cargador detectado',
    },
    named: ({ name, words }) => `${name}: ${words}`,
    becauseHint: ({ label, hint }) => `${label} (${hint})`,
    withValue: ({ label, value }) => `${label}: ${value}`,
    highest: (limit) => `${limit} (máx.)`,
    scheduleUnknown: 'programación desconocida',
    unlockWaiting: (name) => `Desbloquear ${name} (coche esperando)`,
    showDetails: 'Ver detalles',
    more: (count) => `Más cargadores… (${count})`,
    signInEntries: (count) =>
      plural(count, {
        one: `Iniciar sesión en ${count} cuenta…`,
        other: `Iniciar sesión en ${count} cuentas…`,
      }),
    chargers,
    summary: ({ count, charging, power }) => {
      if (charging === 0) return `${chargers(count)}: ninguno cargando`;
      return power === undefined
        ? `${chargers(count)}: ${charging} cargando`
        : `${chargers(count)}: ${charging} cargando, ${power}`;
    },
    open: 'Abrir ChargeTray',
    history: 'Historial',
    notifications: 'Notificaciones',
    offUntil: (time) => `Desactivadas hasta ${the(time)}`,
    refresh: 'Actualizar ahora',
    settings: 'Ajustes…',
    quit: 'Salir',
  },
  duration: {
    underMinute: '<1\u00a0min',
    minutes: (minutes) => `${minutes}\u00a0min`,
    hours: ({ hours, minutes }) => `${hours}\u00a0h\u00a0${minutes}\u00a0min`,
  },
  /** `hasDay` above goes by the comma. */
  dayAndTime: ({ day, time }) => `${day}, ${time}`,
  states: {
    charging: 'Cargando',
    discharging: 'Alimentando la casa',
    preparing: 'Preparando',
    transferring: 'Flujo de energía',
    waiting: 'Enchufado',
    queued: 'Esperando potencia',
    scheduled: 'Programado',
    paused: 'En pausa',
    pausedOrFinished: 'Carga detenida o completa',
    complete: 'Carga completa',
    locked: 'Bloqueado',
    available: 'Listo',
    updating: 'Actualizando',
    error: 'Fallo',
    unconfirmedFault: 'Fallo (sin confirmar)',
    offline: 'Sin conexión',
    unknown: 'Estado desconocido',
  },
  stateSentences: {
    preparing: 'Preparando para alimentar la casa',
    transferring: 'Flujo de energía, sentido desconocido',
    noPower: 'Enchufado, sin flujo de energía',
    waiting: 'Enchufado, esperando al coche',
    queued: (cause) => `Esperando potencia (${cause})`,
    lockedCar: 'Bloqueado, coche esperando',
    updating: 'Actualizando el firmware',
    error: (code) => `Fallo, código ${code}`,
    unknown: (code) => `Estado desconocido (${code})`,
    unconfirmedCode: (code) => `${code} (sin confirmar)`,
    withPower: ({ state, power }) => `${state} ${power}`,
  },
  queueCauses: {
    loadSharing: 'Power Sharing',
    loadBalancing: 'Power Boost',
    solarMode: 'Eco-Smart',
    meterFailed: 'fallo del medidor',
    meterMargin: 'medidor fuera de tolerancia',
  },
  commands: {
    chargeNow: 'Cargar ahora',
    limit: (current) => `Límite de corriente de ${current}`,
    solarMode: (mode) => `Eco-Smart: ${mode}`,
    outcome: ({ command, outcome }) => `${command}: ${outcome}`,
    sending: 'enviando…',
    confirmed: 'confirmado.',
    notConfirmed: (said) => `sin confirmar. ${said}`,
    sent: {
      waiting: 'enviado, a la espera de confirmación.',
      notYet: 'enviado, aún sin confirmar.',
    },
    replyLost: {
      waiting:
        'la respuesta se ha perdido, así que puede haber funcionado. A la espera de confirmación.',
      notYet: 'la respuesta se ha perdido, así que puede haber funcionado. Aún sin confirmar.',
    },
    noReading: 'No ha llegado a tiempo ninguna lectura que lo confirme.',
    noData: 'Aún no hay datos.',
    noDataSince: (time) => `Sin datos desde ${the(time)}.`,
    check: (said) => `${said} Revisa el cargador.`,
    offline: 'El cargador no tiene conexión.',
    stillReports: (value) => `El cargador sigue indicando: ${value}.`,
    locked: 'Bloqueado',
    unlocked: 'Desbloqueado',
    rateLimited: (time) =>
      `no enviado, demasiadas solicitudes. Inténtalo de nuevo a partir ${of(time)}.`,
    unreachable: 'no enviado, no hay conexión. Inténtalo de nuevo.',
    timedOut: 'no enviado, no hay respuesta. Inténtalo de nuevo.',
    serverError:
      'no enviado, el servidor ha devuelto un error. Inténtalo de nuevo dentro de unos minutos.',
  },
  failures: {
    signInRefused: 'Inicio de sesión rechazado. Comprueba tus datos de acceso.',
    signInRefusedUntil: (time) =>
      `Inicio de sesión rechazado. Comprueba tus datos de acceso. Se reintentará ${at(time)}.`,
    signInNeeded: 'Vuelve a iniciar sesión para continuar.',
    rateLimited: (time) => `Demasiadas solicitudes. Se reintentará ${at(time)}.`,
    unreachable: {
      unknownName: 'No se ha encontrado ningún dispositivo con ese nombre. Comprueba la dirección.',
      connectionRefused: 'Ningún servicio escucha en ese puerto. Comprueba la dirección.',
      unknown: 'No hay conexión. Comprueba la red. Se reintentará automáticamente.',
    },
    timedOut: 'No hay respuesta. Se reintentará automáticamente.',
    serverError: 'El servidor ha devuelto un error. Se reintentará automáticamente.',
    notUnderstood:
      'Respuesta inesperada. Si sigue ocurriendo, copia el diagnóstico e informa del problema.',
    certificateChanged:
      'El certificado no es el que aceptaste. No se enviará nada hasta que lo confirmes.',
    otherCharger: ({ found, known }) =>
      `En esta dirección está ${found}, pero se esperaba ${known}. Elige cuál usar.`,
    oldTls:
      'El cargador solo admite un cifrado obsoleto (TLS 1.1 o anterior), así que ChargeTray no se conecta. Necesita una actualización de firmware.',
    wrongDevice:
      'El dispositivo de esta dirección no es un cargador de esta marca. Comprueba la dirección.',
    notStored: {
      ignored:
        'El cargador no ha guardado la programación. Compruébala en la aplicación del cargador.',
      unreadable:
        'Algunas programaciones del cargador no se han podido leer, así que no se ha cambiado ninguna.',
      full: 'El cargador no admite más programaciones. Elimina una en su aplicación.',
      tooOften:
        'Las programaciones del cargador han cambiado demasiadas veces hoy. Inténtalo de nuevo mañana.',
    },
    notSupported: 'Este cargador no permite hacer eso.',
    notFound: 'Este cargador no está en tu cuenta. Puede que lo hayan quitado.',
  },
  failureClauses: {
    signInNeeded: 'requiere iniciar sesión',
    signInRefusedUntil: (time) => `inicio de sesión rechazado, se reintentará ${at(time)}`,
    rateLimited: (time) => `demasiadas solicitudes, se reintentará ${at(time)}`,
    unreachable: {
      unknownName: 'no se encuentra su nombre',
      connectionRefused: 'ningún servicio escucha en su puerto',
      unknown: 'no hay conexión',
    },
    timedOut: 'no hay respuesta',
    serverError: 'error del servidor',
    notUnderstood: 'respuesta inesperada',
    certificateChanged: 'el certificado ha cambiado',
    otherCharger: 'hay otro cargador en esta dirección',
    oldTls: 'cifrado obsoleto',
    wrongDevice: 'no es un cargador de esta marca',
    refused: 'solicitud rechazada',
    notStored: 'programación no guardada',
    notSupported: 'el cargador no lo permite',
    notFound: 'no está en tu cuenta',
  },
  refusals: {
    locked: 'El cargador está bloqueado. Desbloquéalo primero.',
    foreignControl: 'Otro sistema (OCPP) controla este cargador. Usa ese sistema.',
    noRight: 'Tu cuenta no puede controlar este cargador. Pide acceso de administrador al titular.',
    notNow: 'Ahora mismo no es posible. Inténtalo de nuevo dentro de un minuto.',
    updating: 'El cargador se está actualizando. Espera a que termine.',
    noReason: 'El cargador ha rechazado la orden sin indicar el motivo.',
    unclear: 'El cargador ha rechazado la orden. La próxima lectura puede mostrar el motivo.',
  },
  hindrances: {
    neverRead: 'Aún no hay datos del cargador.',
    signInNeeded: 'Primero inicia sesión.',
    offline: 'El cargador no tiene conexión.',
    updating: 'El cargador se está actualizando.',
    locked: 'Primero desbloquea el cargador.',
    foreignControl: 'Otro sistema (OCPP) controla este cargador.',
    noRight: 'Tu cuenta no puede controlar este cargador.',
    nothingToPause: 'No hay nada que pausar.',
    nothingToResume: 'No hay nada que reanudar.',
    noCar: 'No hay ningún coche enchufado.',
    onSchedule: 'Ya sigue su programación.',
    alreadyLocked: 'Ya está bloqueado.',
    alreadyUnlocked: 'Ya está desbloqueado.',
    noUpdate: 'El firmware está al día.',
    busyCharging: 'No es posible durante la carga. Páusala primero.',
    fault: 'El cargador indica un fallo.',
    unrecognised: 'Estado del cargador desconocido.',
  },
  hindranceHints: {
    neverRead: 'aún sin datos',
    signInNeeded: 'primero inicia sesión',
    offline: 'cargador sin conexión',
    updating: 'actualizando',
    locked: 'bloqueado',
    foreignControl: 'controlado por OCPP',
    noRight: 'sin permiso',
    noCar: 'sin coche',
    fault: 'fallo',
    unrecognised: 'estado desconocido',
  },
  signIn: {
    kept: (place) => `Se guarda solo en ${place}.`,
    notKept: 'No se guarda. La próxima vez tendrás que volver a iniciar sesión.',
    noKeychain: ({ secret, keychain, untilQuit }) =>
      `No se puede guardar la ${secret}: ${keychain} está bloqueado o falta. Desbloquéalo e inténtalo de nuevo, o elige “${untilQuit}”.`,
    noAnswer: 'Algo ha ido mal. Inténtalo de nuevo.',
    rateLimited: (time) => `Demasiados intentos. Inténtalo de nuevo a partir ${of(time)}.`,
  },
  keychainTroubles: {
    lockedKeyring: 'Depósito de claves bloqueado',
    locked: 'Llavero bloqueado',
    lockedBody: (keychain) =>
      `Desbloquea ${keychain} y vuelve a intentarlo. Hasta entonces, las cuentas guardadas no pueden iniciar sesión.`,
    noKeyring: 'No hay ningún depósito de claves',
    noKeyringBody:
      'Inicia GNOME Keyring o KWallet y vuelve a intentarlo. Hasta entonces, puedes iniciar sesión, pero solo hasta que salgas de ChargeTray.',
    noKeychain: 'Almacén de credenciales no disponible',
    noKeychainBody: (keychain) =>
      `ChargeTray no puede usar ${keychain}. Mientras tanto, puedes iniciar sesión, pero solo hasta que salgas de ChargeTray.`,
  },
  historyTroubles: {
    corrupt: {
      title: 'No se ha podido leer el historial',
      body: (file) =>
        `Se ha empezado un historial nuevo. El archivo anterior se ha guardado como ${file}. Si tienes una copia de seguridad, restáurala.`,
    },
    readOnly: {
      title: 'No se puede guardar el historial',
      body: 'Permite la escritura en la carpeta de ChargeTray, sal de ChargeTray y vuelve a abrirlo. Hasta entonces, no se guardan sesiones nuevas.',
    },
    diskFull: {
      title: 'Disco lleno',
      body: 'Las sesiones no se están guardando. Libera espacio; ChargeTray lo reintentará automáticamente.',
    },
    busy: {
      title: 'Archivo del historial en uso',
      body: 'Otro programa, por ejemplo, uno de copias de seguridad, tiene abierto el archivo. Ciérralo; ChargeTray lo reintentará automáticamente.',
    },
    tooNew: {
      title: 'Historial de una versión más reciente',
      body: 'Instala la última versión. Hasta entonces, no se guardan sesiones nuevas ni se modifican las anteriores.',
    },
    unusable: {
      title: 'No se puede usar el historial',
      body: 'Las sesiones no se están guardando. Copia el diagnóstico e informa del problema.',
    },
  },
  notices: {
    titled: ({ title, charger }) => `${title} · ${charger}`,
    chargeEnded: { title: 'Carga completa', body: 'La carga ha terminado.' },
    chargeEndedUnseen: {
      title: 'Carga terminada',
      body: 'Ha terminado mientras ChargeTray no estaba conectado.',
    },
    chargeEndedNotSaid: {
      title: 'Carga terminada',
      body: 'La estación no indica si la carga se completó o se detuvo.',
      bodyAfter: (sum) => `${sum}. La estación no indica si la carga se completó o se detuvo.`,
    },
    chargeStopped: { title: 'Carga detenida' },
    sessionsSum: {
      title: 'Carga iniciada y detenida',
      body: ({ count, duration }) => `${sessions(count)} en ${duration}`,
      bodyWithEnergy: ({ count, duration, energy }) =>
        `${sessions(count)} en ${duration}, ${energy} en total`,
    },
    carWaiting: {
      title: 'Coche esperando',
      body: 'El cargador está bloqueado. Desbloquéalo para cargar.',
    },
    fault: {
      title: 'Fallo',
      body: (code) => `Código ${code}. Revisa el cargador.`,
      bodyAfter: ({ code, before }) => `Código ${code}. ${before} Revisa el cargador.`,
    },
    faultOver: { title: 'Fallo resuelto', body: (state) => `Ahora: ${state}` },
    homeBegins: { title: 'Tu coche alimenta la casa' },
    homeEnds: {
      title: 'Tu coche ya no alimenta la casa',
      body: ({ charger, state }) => `${charger}: ${state}`,
    },
    powerCutBegins: {
      title: 'Corte de luz',
      body: 'Tu casa se ha quedado sin suministro de la red.',
    },
    powerCutEnds: {
      title: 'Ha vuelto la luz',
      body: 'Tu casa vuelve a tener suministro de la red.',
    },
    certificateChanged: {
      title: 'El certificado ha cambiado',
      body: 'No se enviará nada hasta que aceptes el nuevo. Haz clic para compararlos.',
    },
    otherCharger: {
      title: 'Otro cargador detectado',
      body: 'En esta dirección responde otro cargador. Haz clic para revisarlo.',
    },
    away: {
      title: 'Conexión perdida',
      charge: (time) => `Estaba cargando. Último dato: ${time}.`,
      homePower: (time) => `Tu coche estaba alimentando la casa. Último dato: ${time}.`,
    },
    back: { title: 'Conexión restablecida', body: (state) => `Ahora: ${state}` },
    notConfirmed: {
      title: 'Sin confirmar',
      body: ({ command, said }) => `“${command}” no se ha confirmado. ${said}`,
    },
    chargeStarted: {
      title: 'Carga iniciada',
      body: 'Hay flujo de energía.',
      bodyWithPower: (power) => `A ${power}`,
    },
    noPower: {
      title: 'Enchufado, pero sin cargar',
      body: (time) =>
        `Sin flujo de energía desde ${the(time)}. Revisa el cable y el temporizador del coche.`,
    },
    planInDanger: {
      title: 'Plan de carga en peligro',
      body: ({ wanted, possible, time }) => `Como mucho ${possible} de ${wanted} a ${the(time)}`,
    },
    planMissed: {
      title: 'Plan de carga no cumplido',
      body: ({ wanted, charged, time }) => `${charged} de ${wanted} a ${the(time)}`,
      asleep: (sum) => `${sum}. El ordenador estaba en suspensión.`,
      offline: (sum) => `${sum}. No se pudo contactar con el cargador.`,
    },
    planStarts: {
      title: 'Empieza la carga por precio',
      body: (time) => `Hasta ${the(time)}`,
    },
    notPluggedIn: {
      title: 'Coche sin enchufar',
      body: 'Enchufa el coche para que pueda cargar por precio.',
      bodyBefore: (time) => `Enchufa el coche: la carga por precio debe empezar a ${the(time)}.`,
    },
    firmware: {
      title: 'Firmware disponible',
      body: ({ from, to }) => `Versión ${to} (instalada: ${from})`,
    },
    pluggedIn: { title: 'Coche enchufado' },
    summary: (count) =>
      plural(count, {
        one: `${count} novedad en tu ausencia`,
        other: `${count} novedades en tu ausencia`,
      }),
    quietSummary: (count) =>
      plural(count, {
        one: `${count} novedad en horas de silencio`,
        other: `${count} novedades en horas de silencio`,
      }),
    line: ({ title, body }) => `${title}: ${body}`,
    test: { title: 'Notificación de prueba', body: 'Así te avisa ChargeTray.' },
    sum: {
      energyInTime: ({ energy, duration }) => `${energy} en ${duration}`,
      after: (duration) => `Tras ${duration}`,
      withCost: ({ sum, cost }) => `${sum}, aprox. ${cost}`,
      cost: (cost) => `Aprox. ${cost}`,
    },
    stops: {
      paused: { plain: 'En pausa', after: (sum) => `En pausa tras ${sum}` },
      locked: { plain: 'Cargador bloqueado', after: (sum) => `Cargador bloqueado tras ${sum}` },
      unplugged: { plain: 'Coche desenchufado', after: (sum) => `Coche desenchufado tras ${sum}` },
      unseen: { plain: 'Terminada', after: (sum) => `Terminada tras ${sum}` },
      notSaid: {
        plain: 'Detenida o completa',
        after: (sum) => `Detenida o completa tras ${sum}`,
      },
      reversed: {
        plain: 'Ha pasado a alimentar la casa',
        after: (sum) => `Ha pasado a alimentar la casa tras ${sum}`,
      },
    },
    wasUntil: {
      charging: (time) => `Estuvo cargando hasta ${the(time)}.`,
      discharging: (time) => `Estuvo alimentando la casa hasta ${the(time)}.`,
      transferring: (time) => `Hubo flujo de energía hasta ${the(time)}.`,
      waiting: (time) => `Hubo un coche enchufado hasta ${the(time)}.`,
      queued: (time) => `Estuvo esperando potencia hasta ${the(time)}.`,
      scheduled: (time) => `Estuvo esperando la hora programada hasta ${the(time)}.`,
      paused: (time) => `Estuvo en pausa o detenido hasta ${the(time)}.`,
      complete: (time) => `La carga estaba completa ${at(time)}.`,
      locked: (time) => `Estuvo bloqueado hasta ${the(time)}.`,
      lockedCar: (time) => `Estuvo bloqueado hasta ${the(time)}.`,
      available: (time) => `Estuvo listo hasta ${the(time)}.`,
      updating: (time) => `Estuvo actualizando el firmware hasta ${the(time)}.`,
      error: (time) => `Tuvo un fallo hasta ${the(time)}.`,
      offline: (time) => `Estuvo sin conexión hasta ${the(time)}.`,
      unknown: (time) => `Estuvo en un estado desconocido hasta ${the(time)}.`,
    },
  },
  secrets: {
    keychain: ({ kept, keychain }) => `${kept} se guarda solo en ${keychain}.`,
    untilQuit: (kept) => `${kept} se elimina al salir de ChargeTray.`,
    none: 'No hay ninguna contraseña ni clave guardada.',
  },
  keepFor: {
    always: 'Siempre',
    years: (count) => plural(count, { one: `${count} año`, other: `${count} años` }),
  },
  cannotStart: {
    quit: 'Salir',
    message: (why) => `ChargeTray no se puede iniciar: ${why}`,
    detail: ({ advice, otherwise }) => `${advice} o ${otherwise}`,
    whenTemporary: 'indica otra carpeta en TMPDIR.',
    otherwise: 'inicia ChargeTray con --user-data-dir=CARPETA para usar otra carpeta.',
    advice: {
      readOnly: 'Permite la escritura en ella',
      full: 'Libera espacio',
      noPermission: 'Cambia sus permisos',
      notAFolder: 'Mueve el archivo a otro sitio',
      unusable: 'Revisa la carpeta',
    },
    why: {
      readOnly: (path) => `${path} es de solo lectura.`,
      full: (path) => `el disco donde está ${path} está lleno.`,
      noPermission: (path) => `no tienes permiso para escribir en ${path}.`,
      notAFolder: (path) => `${path} es un archivo, no una carpeta.`,
      unusable: (path) => `${path} no se puede usar.`,
    },
  },
  brands: {
    wallbox: {
      name: 'Wallbox',
      signInNotice: {
        title: 'Vuelve a iniciar sesión en Wallbox',
        body: 'Hasta entonces, no recibirás datos de tus cargadores.',
      },
      signInShort: 'requiere iniciar sesión',
      signInEntry: (label) => `Iniciar sesión en ${label}…`,
      signInState: 'Requiere iniciar sesión',
      signInNote: 'Inicia sesión para ver y controlar este cargador.',
      signInButton: 'Iniciar sesión',
      signInTrouble: (label) => ({
        title: 'Vuelve a iniciar sesión en Wallbox',
        body: `Hasta entonces, no recibirás datos de los cargadores de ${label}.`,
      }),
      listTrouble: () => 'No se han podido cargar tus cargadores de Wallbox',
      again: 'Volver a iniciar sesión en Wallbox',
      change: 'Iniciar sesión',
      changeNamed: (label) => `Iniciar sesión en ${label}`,
      signInStates: {
        working: 'Iniciando sesión…',
        signedIn: 'Sesión iniciada',
        signInNeeded: 'Requiere iniciar sesión',
      },
      intervalHint: (least) =>
        `Mínimo: ${least}\u00a0s. Se actualiza más a menudo con la ventana abierta.`,
      kept: 'Tu inicio de sesión',
      forgetBody:
        'Se cerrará tu sesión y se eliminará la contraseña guardada. En los cargadores no cambia nada; tu historial se conserva.',
      forget: 'Quitar cuenta',
    },
    fcsp: {
      name: 'Ford Charge Station Pro',
      cannot: 'Solo lectura: esta estación no se puede controlar a través de tu red.',
      signInNotice: {
        title: 'Clave de desarrollador rechazada',
        body: 'Abre ChargeTray e introduce la clave nueva.',
      },
      signInShort: 'revisa la clave de desarrollador',
      signInEntry: (label) => `Revisar la clave de ${label}…`,
      signInState: 'Clave rechazada',
      signInNote: 'Introduce la clave de desarrollador de esta estación.',
      signInButton: 'Revisar la clave',
      signInTrouble: (label) => ({
        title: 'La estación ha rechazado la clave de desarrollador',
        body: `Introduce la clave nueva de ${label} para volver a recibir datos.`,
      }),
      listTrouble: (label) => `No se ha podido acceder a ${label}`,
      again: 'Editar estación',
      change: 'Editar estación',
      changeNamed: (label) => `Editar ${label}`,
      signInStates: {
        working: 'Conectando…',
        signedIn: 'Conectada',
        signInNeeded: 'Clave rechazada',
      },
      intervalHint: (least) =>
        `Mínimo: ${least}\u00a0s. Con consultas más frecuentes, la estación indica un fallo.`,
      kept: 'La clave de desarrollador',
      forgetBody:
        'Se eliminarán su dirección, su clave y su certificado. En la estación no cambia nada; tu historial se conserva.',
      forget: 'Quitar estación',
    },
  },
  brandForms: {
    wallbox: {
      needs:
        'Inicia sesión con tu correo y tu contraseña de Wallbox. Modelos Pulsar, Copper, Commander y Quasar.',
      notes: [
        '¿Te registraste con Google o Apple? Crea antes una contraseña: en la app de Wallbox, cierra sesión y elige la opción de contraseña olvidada.',
        'Los datos vienen de la nube de Wallbox y pueden llegar con uno o dos minutos de retraso.',
      ],
      fields: { email: 'Correo', password: 'Contraseña' },
      reveals: { password: { show: 'Mostrar contraseña', hide: 'Ocultar contraseña' } },
      hints: {},
      hintsAgain: {},
      missing: { email: 'Introduce tu correo.', password: 'Introduce tu contraseña.' },
      fieldTrouble: {
        email: 'No parece una dirección de correo. Comprueba si hay alguna errata.',
      },
      formTrouble: {
        refused:
          'Correo o contraseña incorrectos. Si inicias sesión con Google o Apple, crea antes una contraseña de Wallbox.',
        unreachable: 'No hay conexión. Comprueba la red e inténtalo de nuevo.',
        unknownName: 'No hay conexión. Comprueba la red e inténtalo de nuevo.',
        connectionRefused: 'No hay conexión. Comprueba la red e inténtalo de nuevo.',
        timedOut: 'Wallbox no ha respondido a tiempo. Inténtalo de nuevo.',
        serverError: 'Wallbox tiene problemas. Inténtalo de nuevo dentro de unos minutos.',
        oldTls:
          'No se puede conectar con Wallbox de forma segura. Puede que un proxy o la página de acceso de una red wifi intercepte la conexión.',
        wrongDevice:
          'La respuesta no viene de Wallbox. Comprueba si hay un proxy o la página de acceso de una red wifi.',
      },
      submit: 'Iniciar sesión',
      busy: 'Iniciando sesión…',
      untilQuit: 'Iniciar sesión sin guardar',
      secret: 'contraseña',
      keep: 'Mantener la sesión iniciada',
      privacy: 'Solo se envía a Wallbox. ChargeTray no tiene servidores ni recopila datos.',
    },
    fcsp: {
      needs: 'Necesitas la dirección IP o el nombre de host de la estación. No hace falta cuenta.',
      notes: [
        'Este equipo debe estar en la misma red que la estación. No interviene ninguna nube.',
        'Muestra si hay un coche enchufado, la carga y los fallos. La estación no indica potencia ni energía.',
      ],
      fields: { address: 'Dirección', name: 'Nombre', key: 'Clave de desarrollador' },
      reveals: {
        key: { show: 'Mostrar clave de desarrollador', hide: 'Ocultar clave de desarrollador' },
      },
      hints: {
        address: 'Por ejemplo, 192.0.2.10 o charger.local. Añade :puerto si no es el 443.',
        name: 'Por ejemplo, Garaje.',
        key: 'Déjala en blanco salvo que tu estación tenga su propia clave.',
      },
      hintsAgain: { key: 'Déjala en blanco para conservar la clave actual.' },
      missing: { address: 'Introduce la dirección de la estación.', name: 'Introduce un nombre.' },
      fieldTrouble: {
        address: 'Introduce un nombre de host o una dirección IP.',
        key: 'No es una clave de desarrollador válida. Déjala en blanco o copia la clave de nuevo.',
      },
      formTrouble: {
        refused:
          'La estación ha rechazado la clave de desarrollador. Compruébala o introduce la de tu estación.',
        unreachable:
          'No se puede acceder a la estación. Comprueba la dirección y que este equipo esté en la misma red.',
        unknownName:
          'No se ha encontrado ningún dispositivo con ese nombre. Comprueba el nombre o usa su dirección IP.',
        connectionRefused:
          'Ningún servicio escucha en ese puerto. Comprueba la dirección y el puerto.',
        timedOut: 'La estación no ha respondido. A veces es lenta; inténtalo de nuevo.',
        serverError: 'La estación ha devuelto un error. Inténtalo de nuevo dentro de unos minutos.',
        oldTls:
          'El dispositivo de esta dirección no ofrece una conexión segura. Comprueba la dirección.',
        wrongDevice: 'No es una Ford Charge Station Pro. Comprueba la dirección.',
      },
      submit: 'Conectar',
      busy: 'Conectando…',
      untilQuit: 'Conectar sin guardar',
      secret: 'clave de desarrollador',
      keep: 'Guardar la clave de desarrollador',
      privacy: 'ChargeTray se conecta directamente a la estación. Nada sale de tu red.',
    },
  },
  commandLabels: {
    pause: 'Pausar',
    resume: 'Reanudar',
    backToSchedule: 'Volver a la programación',
    lock: 'Bloquear',
    unlock: 'Desbloquear',
    setLimit: 'Límite de corriente',
    setSolarMode: 'Eco-Smart',
    setPrice: 'Precio de la energía',
    reboot: 'Reiniciar cargador',
    updateSoftware: 'Actualizar firmware',
  },
  solarModeLabels: {
    off: 'Desactivado',
    eco: 'Eco',
    solar: 'Full Green',
  },
  solarModeHint:
    'Eco completa la energía solar con la de la red. Full Green usa solo energía solar.',
  chargers: {
    strip: {
      title: 'Resumen',
      charging: (count) => `${count} cargando`,
      poweringHome: (count) => `${count} alimentando la casa`,
      needsYou: (count) =>
        plural(count, {
          one: `${count} requiere atención`,
          other: `${count} requieren atención`,
        }),
      pluggedIn: (count) =>
        plural(count, { one: `${count} enchufado`, other: `${count} enchufados` }),
      idle: 'Ninguno cargando',
      today: 'Hoy',
      unknown: (count) => `${count} sin datos`,
    },
    row: {
      updated: (time) => `Actualizado ${at(time)}`,
      certificateChanged: 'El certificado ha cambiado',
      otherCharger: 'Otro cargador detectado',
      notUpdatedSince: (time) => `Sin actualizar desde ${the(time)}`,
      pause: (name) => `Pausar ${name}`,
      resume: (name) => `Reanudar ${name}`,
      unlock: (name) => `Desbloquear ${name}`,
    },
    now: {
      doneAbout: (time) => `termina sobre ${the(time)}`,
    },
    help: {
      fault: 'Revisa el cargador y el coche. Muchas veces basta con reiniciar el cargador.',
      offline: 'Comprueba la alimentación del cargador y su conexión a internet.',
      away: 'Comprueba que este equipo y el cargador tengan conexión.',
      updating: 'No se puede cargar hasta que termine la actualización.',
      unrecognised:
        'ChargeTray no conoce este estado. La app del cargador puede darte más información.',
      noPermission:
        'Tu cuenta no puede controlar este cargador. Pide acceso de administrador al titular.',
      otherSystem: 'Otro sistema controla este cargador.',
      signIn: 'Inicia sesión para ver y controlar este cargador.',
      refresh: 'Actualizar ahora',
    },
    more: {
      details: 'Detalles',
      nameOf: (brand) => `Nombre en ${brand}`,
    },
    welcome: {
      title: 'ChargeTray sigue en la bandeja',
      body: {
        linux:
          'Cierra esta ventana cuando quieras. El icono del enchufe está en el panel; haz clic en él para ver la carga y los controles.',
        darwin:
          'Cierra esta ventana cuando quieras. El icono del enchufe está en la barra de menús, en la parte superior de la pantalla.',
        win32:
          'Cierra esta ventana cuando quieras. El icono del enchufe está junto al reloj; arrástralo fuera del menú ^ para tenerlo a la vista.',
        other:
          'Cierra esta ventana cuando quieras. El icono del enchufe está en la bandeja del sistema.',
      },
      done: 'Entendido',
    },
    hidden: (count) =>
      plural(count, { one: `${count} cargador oculto`, other: `${count} cargadores ocultos` }),
  },
  window: {
    broken: 'ChargeTray no puede mostrar tus cargadores',
    header: {
      views: 'Vistas',
      chargers: 'Cargadores',
      market: 'Precios',
      history: 'Historial',
      settings: 'Ajustes',
      back: 'Atrás',
      refresh: 'Actualizar ahora',
      starting: 'Iniciando…',
    },
    add: {
      title: 'Añadir un cargador',
      intro:
        'Sigue la carga, recibe un aviso cuando termine y pausa, bloquea o limita el cargador desde aquí.',
      brand: 'Marca',
      open: 'Añadir un cargador',
    },
    form: {
      tryKeychain: 'Reintentar',
    },
    charger: {
      outdatedState: (state) => `Antes: ${state}`,
      looking: 'Cargando la lista de cargadores…',
      neverState: 'Aún sin datos',
      awayState: 'Inaccesible',
      asOf: (time) => `Actualizado ${at(time)}`,
      outdated: ({ time, because }) => `Sin actualizar desde ${the(time)}: ${because}.`,
      outdatedSince: (time) => `Sin actualizar desde ${the(time)}.`,
      away: ({ time, because }) => `Inaccesible desde ${the(time)}: ${because}.`,
      awaySince: (time) => `Inaccesible desde ${the(time)}.`,
      never: 'Aún no hay datos.',
      neverBecause: (because) => `Aún no hay datos: ${because}.`,
      show: (name) => `Desplegar ${name}`,
      hide: (name) => `Contraer ${name}`,
      unnamed: 'Cargador',
      energy: 'Energía',
      discharged: 'Descarga',
      lastSession: 'Última sesión',
      time: 'Tiempo',
      about: (amount) => `aprox. ${amount}`,
      cost: 'Coste (est.)',
      fromSolar: (energy) => `${energy} de energía solar`,
      phases: (count) => plural(count, { one: `${count} fase`, other: `${count} fases` }),
      kilowatts: 'kW',
      nextStart: (time) => `Próximo inicio ${at(time)}`,
      carWaits: 'Hay un coche esperando.',
      powerCut: 'Corte de luz: no hay suministro de la red.',
      certificateChanged:
        'El certificado ha cambiado. No se enviará nada hasta que aceptes el nuevo.',
      compare: 'Comparar',
      otherCharger: ({ found, known }) =>
        `Hay otra estación en esta dirección: ${found} (se esperaba ${known}).`,
      decide: 'Revisar',
      tryAgain: 'Reintentar',
      more: 'Más',
      details: 'Detalles',
      live: ({ name, state }) => `${name}: ${state}`,
    },
    limit: {
      title: 'Límite',
      slider: 'Límite de corriente',
      less: 'Reducir el límite',
      more: 'Aumentar el límite',
      number: 'Límite de corriente en amperios',
      unit: 'A',
      unknown: 'Límite desconocido.',
    },
    price: {
      title: 'Precio de la energía',
      perKwh: (amount) => `${amount} por kWh`,
      unknown: 'Sin definir',
      change: 'Cambiar precio',
      field: (currency) => `Precio por kWh en ${currency}`,
      fieldPlain: 'Precio por kWh',
      save: 'Guardar precio',
      cancel: 'Cancelar',
    },
    update: {
      offer: ({ from, to }) => `Firmware ${to} disponible (instalado: ${from}).`,
    },
    confirm: {
      cancel: 'Cancelar',
      rebootTitle: (name) => `¿Reiniciar ${name}?`,
      rebootBody:
        'El cargador se desconecta y vuelve a conectarse automáticamente, normalmente en unos minutos.',
      updateTitle: (name) => `¿Actualizar el firmware de ${name}?`,
      updateBody: (to) =>
        `Se instala la versión ${to} y el cargador se reinicia. No se puede cargar hasta que termine.`,
      forgetTitle: (label) => `¿Quitar ${label}?`,
    },
    details: {
      loading: 'Cargando datos…',
      none: 'No hay más detalles.',
      copyShort: 'Copiar',
      copy: (label) => `Copiar ${label}`,
      showShort: 'Mostrar…',
      show: (label) => `Mostrar ${label}`,
    },
    copy: {
      diagnostics: 'Copiar diagnóstico',
      done: 'Copiado',
      diagnosticsHint:
        'Detalles técnicos para el soporte. Sin contraseñas ni direcciones de correo.',
    },
    picture: {
      title: 'Potencia y energía de esta sesión',
      span: ({ from, to }) => `Potencia y energía de esta sesión ${between({ from, to })}.`,
      highest: (power) => `Potencia máxima: ${power}.`,
      sum: (energy) => `${energy} hasta ahora.`,
      time: 'Hora',
      power: 'Potencia',
      energy: 'Energía',
      unknown: 'sin datos',
      kilowatts: (number) => `${number}\u00a0kW`,
      kilowattHours: 'kWh',
      inKilowattHours: (number) => `${number}\u00a0kWh`,
    },
  },
  detailLabels: {
    model: 'Modelo',
    partNumber: 'Referencia',
    serialNumber: 'Número de serie',
    chargerId: 'ID del cargador',
    software: 'Firmware',
    latestSoftware: 'Último firmware',
    connection: 'Conexión',
    signal: 'Señal',
    lastSync: 'Último contacto con la nube',
    statusCode: 'Código de estado',
    controlledBy: 'Controlado por',
    phases: 'Fases',
    maxCurrent: 'Corriente máxima',
    powerBoostLimit: 'Límite de Power Boost',
    group: 'Grupo',
    yourRight: 'Tu rol',
    autoLock: 'Bloqueo automático tras',
    monthEnergy: 'Energía este mes',
    monthSessions: 'Sesiones este mes',
    stationId: 'ID de la estación',
    stationPassword: 'Contraseña de la estación',
    hardware: 'Hardware',
    systemSoftware: 'Firmware del sistema',
    wifiSoftware: 'Firmware del wifi',
    ipAddress: 'Dirección IP',
    wifiAddress: 'Dirección MAC del wifi',
    bluetoothAddress: 'Dirección MAC de Bluetooth',
    wifiNetwork: 'Red wifi',
    setUpCode: 'Código de configuración',
    grid: 'Red eléctrica',
    inverter: 'Inversor',
    inverterSerial: 'Número de serie del inversor',
    inverterFirmware: 'Firmware del inversor',
    inverterState: 'Estado del inversor',
  },
  detailValues: {
    connection: { wifi: 'Wifi' },
    yourRight: { user: 'Usuario', admin: 'Administrador', 'super-admin': 'Superadministrador' },
  },
  station: {
    grid: { present: 'Con suministro', powerCut: 'Corte de luz', unknown: 'Desconocida' },
    phase: {
      off: 'Apagado',
      preparing: 'Preparando',
      active: 'Alimentando la casa',
      other: 'Desconocido',
    },
    inverter: ({ phase, code }) => `${phase} (${code})`,
    notShown: {
      webPage: (size) => `Página web, ${size}, no se muestra`,
      other: (size) => `No es JSON, ${size}, no se muestra`,
      nothing: 'Vacío',
    },
  },
  /** All masculine; never after “a” or “de”, which would merge with the article. */
  keychainNames: {
    linux: 'el depósito de claves del sistema',
    darwin: 'el llavero de tu Mac',
    win32: 'el Administrador de credenciales de Windows',
    other: 'el depósito de claves del sistema',
  },
  form: {
    optional: 'opcional',
    missing: 'Rellena este campo.',
    wrong: 'Revisa este campo.',
    cancel: 'Cancelar',
    keepBlocking: 'No aceptar',
    show: 'Mostrar',
    hide: 'Ocultar',
  },
  foundSettings: {
    found: ({ from, shown }) =>
      shown.length > 0
        ? `Hay ajustes de fcsp-api en ${from}: ${shown.join(', ')}.`
        : `Hay ajustes de fcsp-api en ${from}.`,
    secret: (field) => `Se incluye “${field}”, pero no se muestra.`,
    use: 'Usar estos ajustes',
    used: (secrets) =>
      secrets.length > 0
        ? `Campos rellenados. Deja en blanco “${secrets.join('”, “')}” para usar el valor encontrado.`
        : 'Campos rellenados.',
    undo: 'Deshacer',
    skipped: (file) => `No se ha podido leer ${file}.`,
  },
  otherCharger: {
    title: 'Hay otra estación en esta dirección',
    body: ({ found, known }) =>
      `Se ha encontrado ${found}, pero se esperaba ${known}. Comprueba la dirección. Si has sustituido la tuya, usa esta estación.`,
    accept: 'Usar esta estación',
  },
  certificate: {
    first: {
      title: '¿Es esta tu estación?',
      body: 'Aún no se ha enviado nada. Compara la huella digital si puedes. Si aceptas este certificado, no se admitirá ningún otro.',
      accept: 'Aceptar y conectar',
    },
    changed: {
      title: 'El certificado de la estación ha cambiado',
      body: 'No se ha enviado nada. Es normal tras un restablecimiento o una actualización, pero también podría ser otro dispositivo que se hace pasar por tu estación.',
      accept: 'Aceptar certificado nuevo',
    },
    facts: {
      fingerprint: 'Huella digital (SHA-256)',
      subject: 'Emitido para',
      valid: 'Validez',
      key: 'Clave',
    },
    copy: 'Copiar huella digital',
    copyKnown: 'Copiar huella digital aceptada',
    copyNew: 'Copiar huella digital nueva',
    known: 'Aceptado',
    offered: 'Nuevo',
    differs: 'Distinto',
    same: 'Igual',
    noSubject: 'Sin especificar',
    noKey: 'Desconocida',
    span: ({ from, to }) => `${from} – ${to}`,
    expired: 'Caducado. Es habitual en estas estaciones; lo importante es que no cambie.',
    notYet: 'Aún no es válido. Es habitual en estas estaciones; lo importante es que no cambie.',
    weak: 'Clave débil para los criterios actuales; la estación no ofrece otra.',
  },
  troubles: {
    title: 'Requiere atención',
    noTray: {
      title: 'Este escritorio no tiene bandeja',
      body: 'Este escritorio no muestra iconos de bandeja, así que ChargeTray sigue en esta ventana. En GNOME, la extensión AppIndicator añade una bandeja.',
    },
    empty: (label) => ({
      title: 'No hay cargadores en esta cuenta',
      body: `No hay cargadores en ${label}. Añade uno en la app del cargador o pide al titular que lo comparta.`,
    }),
    stuck: (time) => ({
      title: 'Esta vista no está al día',
      body: `Sin actualizar desde ${the(time)}: algo ha ido mal en ChargeTray. La bandeja sí está al día. Copia el diagnóstico e informa del problema.`,
    }),
    disk: {
      title: 'ChargeTray no puede guardar sus datos',
      body: 'Libera espacio o permite la escritura en su carpeta. Hasta entonces, tras un reinicio pueden repetirse o perderse notificaciones.',
    },
    lostSettings: (keys) => ({
      title: 'No se han podido leer algunos ajustes',
      body: `Restablecidos a sus valores predeterminados: ${keys.join(', ')}.`,
    }),
    unreadableSettings: (file) => ({
      title: 'No se han podido leer los ajustes',
      body: `ChargeTray usa los valores predeterminados. El archivo anterior se ha guardado como ${file}.`,
    }),
  },
  broken: {
    noBridge:
      'Esta ventana ha perdido la conexión con ChargeTray. Sal de ChargeTray y vuelve a abrirlo.',
    noAnswer: 'ChargeTray no responde. Sal de ChargeTray y vuelve a abrirlo.',
    fault: 'Algo ha ido mal en esta ventana. A tus cargadores no les afecta.',
    notDone: 'Algo ha ido mal. Inténtalo de nuevo.',
  },
  noticeTests: {
    shown: 'Enviada. ¿No la ves? Revisa los ajustes del sistema.',
    noService:
      'En este escritorio nada muestra notificaciones. Instala o inicia un servicio de notificaciones.',
    refused: 'El escritorio ha rechazado la notificación.',
    noAnswer: 'El servicio de notificaciones del escritorio no responde.',
    unsupported: 'Este sistema no admite notificaciones.',
  },
  noticeKinds: {
    chargeEnded: 'Carga completa',
    chargeStopped: 'Carga detenida antes de tiempo',
    carWaiting: 'Coche esperando, cargador bloqueado',
    fault: 'Fallos y su resolución',
    poweringHome: 'Coche alimentando la casa',
    powerCut: 'Cortes de luz y su fin',
    signInNeeded: 'Inicio de sesión necesario',
    identity: 'Cambio de certificado o cargador',
    unreachable: 'Conexión perdida durante la carga',
    notConfirmed: 'Orden sin confirmar',
    noPower: 'Enchufado, pero sin cargar',
    plan: 'Carga por precio: plan en peligro o no cumplido',
    planStarts: 'Empieza la carga por precio',
    notPluggedIn: 'Coche sin enchufar para la carga por precio',
    chargeStarted: 'Carga iniciada',
    pluggedIn: 'Coche enchufado',
    firmware: 'Firmware disponible',
  },
  history: {
    title: 'Historial',
    open: 'Historial',
    openOf: (name) => `Historial de ${name}`,
    span: {
      unit: 'Periodo',
      month: 'Mes',
      year: 'Año',
      all: 'Todo',
      allTime: 'Todo el historial',
      today: 'Hoy',
      before: { month: 'Mes anterior', year: 'Año anterior' },
      after: { month: 'Mes siguiente', year: 'Año siguiente' },
    },
    charger: 'Cargador',
    allChargers: 'Todos los cargadores',
    list: {
      title: 'Sesiones',
      search: 'Buscar cargador, fecha, uso o nota',
      searchShort: 'Buscar',
      source: 'Origen',
      more: 'Mostrar más',
      shown: ({ shown, all }) => `${shown} de ${all}`,
      count: sessions,
      runs: 'en curso',
      unknown: 'sin datos',
      average: (power) => `${power} de media`,
      unknownEnergy: 'energía desconocida',
      noEnergy: 'sin energía',
      showEmpty: (count) =>
        plural(count, {
          one: `Mostrar ${count} sesión sin energía`,
          other: `Mostrar ${count} sesiones sin energía`,
        }),
      times: ({ from, to, days }) => {
        if (days === 0) return `${from}–${to}`;
        return plural(days, {
          one: `${from}–${to} (+${days} día)`,
          other: `${from}–${to} (+${days} días)`,
        });
      },
      about: (amount) => `aprox. ${amount}`,
      loading: 'Cargando datos…',
      noneEver: 'Aún no hay sesiones.',
      none: (span) => `No hay sesiones en ${span}.`,
      noneYet: (span) => `Aún no hay sesiones en ${span}.`,
      automatic: 'Las sesiones nuevas aparecen automáticamente.',
      notFound: 'Ninguna sesión coincide. Cambia la búsqueda o el filtro.',
      clear: 'Mostrar todo',
    },
    tools: {
      export: 'Exportar…',
      statement: 'Justificante…',
      prices: 'Precio de la energía…',
      fetch: 'Importar desde Wallbox…',
    },
  },
  historySums: {
    title: 'Totales',
    tiles: {
      energy: 'Energía',
      cost: 'Coste',
      averagePrice: 'Precio medio',
      sessions: 'Sesiones',
    },
    unknown: 'sin datos',
    perKwh: (amount) => `${amount}/kWh`,
    solar: (share) => `${share} solar`,
    solarAtLeast: (share) => `al menos ${share} solar`,
    charging: (time) => `${time} de carga`,
    change: ({ trend, percent, before }) =>
      trend === 'same' ? `similar a ${before}` : `${arrows[trend]} ${percent} frente a ${before}`,
    changeShort: ({ trend, percent, before }) =>
      trend === 'same' ? `similar a ${before}` : `${arrows[trend]} ${percent}`,
    changeHeard: ({ trend, percent, before, isRunning }) => {
      const then = isRunning ? `a estas alturas de ${before}` : `en ${before}`;
      return trend === 'same'
        ? `más o menos igual que ${then}`
        : `${percent} ${trends[trend]} que ${then}`;
    },
    withoutEnergy: (count) => `Energía desconocida en ${sessions(count)} (no se incluye).`,
    withoutCost: (count) => `Coste desconocido en ${sessions(count)} (no se incluye).`,
    withoutBoth: (count) => `Energía y coste desconocidos en ${sessions(count)} (no se incluyen).`,
    bars: {
      energy: { month: 'Energía por día', year: 'Energía por mes', all: 'Energía por año' },
      time: {
        month: 'Tiempo de carga por día',
        year: 'Tiempo de carga por mes',
        all: 'Tiempo de carga por año',
      },
      label: ({ title, span, sum }) => `${title}, ${span}: ${sum} en total`,
      period: { month: 'Día', year: 'Mes', all: 'Año' },
      measures: { energy: 'Energía', time: 'Tiempo de carga' },
      hours: 'h',
      solar: 'Solar',
      other: 'Otra',
      sessions: 'Sesiones',
      bar: ({ name, facts }) => `${name}: ${facts}`,
      solarPart: (energy) => `${energy} de energía solar`,
      count: sessions,
      none: 'sin sesiones',
    },
    day: (name) => `${name}: mostrar todos los días`,
  },
  sourceLabels: {
    any: 'Todos los orígenes',
    recorded: 'Este equipo',
    cloud: 'Wallbox',
    both: 'Ambos',
  },
  sources: {
    recorded: 'Registrada en este equipo',
    cloud: 'De Wallbox',
    both: 'Este equipo y Wallbox',
  },
  exporting: {
    title: 'Exportar',
    what: 'Datos',
    whats: { sessions: 'Sesiones', samples: 'Todas las lecturas' },
    format: 'Formato',
    formats: { csv: 'CSV', json: 'JSON' },
    excel: 'Formato de Excel',
    excelHint: 'Se abre en columnas, con los números y las fechas en tu formato regional.',
    range: ({ span, charger }) =>
      charger === undefined ? `Todos los cargadores, ${span}.` : `${charger}, ${span}.`,
    rangeAll: (charger) =>
      charger === undefined ? 'Todas las sesiones.' : `${charger}, todas las sesiones.`,
    save: 'Guardar como…',
    stop: 'Detener',
    rows: (count) => `Filas hasta ahora: ${count}…`,
    begun: 'Elige dónde guardar el archivo.',
    saved: 'Guardado',
    cancelled: 'No se ha guardado',
    failed: 'No se ha podido guardar. Prueba con otra carpeta.',
  },
  fetching: {
    offer: (brand) => `Importar desde ${brand}`,
    offerFor: ({ brand, name }) => `Importar ${name} desde ${brand}`,
    hint: 'Importa las sesiones anteriores, con una solicitud por minuto. Puede tardar un rato.',
    busy: 'Importando… Puedes seguir trabajando.',
    done: (count) =>
      count === 0
        ? 'No hay nada nuevo que importar.'
        : plural(count, {
            one: `Se ha importado ${count} sesión.`,
            other: `Se han importado ${count} sesiones.`,
          }),
  },
  session: {
    gone: 'Esta sesión se ha eliminado.',
    span: ({ from, to }) => `Desde ${the(from)} hasta ${the(to)}`,
    times: ({ from, to }) => `${from}–${to}`,
    moment: ({ day, time }) => `${day}, ${time}`,
    pictureOf: ({ name, day }) => `${name}, ${day}`,
    loading: 'Cargando datos…',
    facts: {
      start: 'Inicio',
      end: 'Fin',
      duration: 'Duración',
      charging: 'Tiempo de carga',
      energy: 'Energía',
      green: 'Solar',
      average: 'Potencia media',
      peak: 'Potencia máxima',
      cost: 'Coste',
      source: 'Origen',
    },
    before: (time) => `antes ${of(time)}`,
    runs: 'En curso.',
    estimated: 'Estimación: faltan datos y el precio cambió.',
    gap: ({ from, to }) => `Sin datos ${between({ from, to })}.`,
    gapsUnknown: 'Faltan algunos datos.',
    noPicture: 'No hay lecturas registradas.',
    picture: {
      title: 'Potencia y energía de esta sesión',
      summary: ({ from, to }) => `Potencia y energía ${between({ from, to })}.`,
      keys: 'Teclas de flecha para desplazarte, + y − para ampliar o reducir, 0 para restablecer.',
      limit: (current) => `límite ${current}`,
      nothing: 'sin datos',
      at: ({ time, parts }) => `${time}: ${parts.join(', ')}`,
      hint: 'Pasa el ratón o usa las flechas para ver los valores.',
      closer: 'Ampliar',
      wider: 'Reducir',
      whole: 'Ver todo',
      save: 'Guardar gráfico…',
      fileName: ({ charger, day }) => `${charger} ${day}.png`,
      legend: {
        power: 'Potencia',
        energy: 'Energía',
        limit: 'Límite',
        interruption: 'Sin potencia',
      },
      time: 'Hora',
      limitColumn: 'Límite',
      unknown: 'sin datos',
      shown: ({ from, to }) => `Se muestra: ${from} – ${to}.`,
    },
    states: {
      title: 'Cronología',
      summary: ({ from, to }) => `Cronología ${between({ from, to })}.`,
      noNumbers: 'La estación no indica potencia ni energía.',
      more: (count) =>
        plural(count, { one: `… y ${count} cambio más.`, other: `… y ${count} cambios más.` }),
    },
  },
  interruptions: {
    queue: 'esperando potencia',
    schedule: 'esperando la hora programada',
    pause: 'en pausa o bloqueado',
    waiting: 'el coche no consume',
    fault: 'fallo',
    offline: 'cargador sin conexión',
    gap: 'sin datos',
  },
  runs: {
    charging: 'Cargando',
    discharging: 'Alimentando la casa',
    transferring: 'Flujo de energía',
    waiting: 'Enchufado, sin flujo de energía',
    queued: 'Esperando potencia',
    scheduled: 'Programado',
    paused: 'En pausa o detenido',
    complete: 'Carga completa',
    locked: 'Bloqueado',
    lockedCar: 'Bloqueado, coche esperando',
    available: 'Listo',
    updating: 'Actualizando',
    error: 'Fallo',
    offline: 'Sin conexión',
    unknown: 'Estado desconocido',
    gap: 'Sin datos',
  },
  ends: {
    complete: 'carga completa',
    paused: 'en pausa',
    locked: 'cargador bloqueado',
    unplugged: 'coche desenchufado',
    unseen: 'no observado',
    notSaid: 'carga detenida o completa',
    reversed: 'pasó a alimentar la casa',
  },
  costOrigins: {
    entered: 'introducido por ti',
    own: 'tu tarifa',
    charger: 'tarifa del cargador',
    cloud: 'de Wallbox',
  },
  tagLabels: { business: 'Profesional', private: 'Personal' },
  tagChoices: { none: 'Sin indicar', business: 'Profesional', private: 'Personal' },
  sessionEdit: {
    title: 'Tus anotaciones',
    tag: 'Uso',
    note: 'Nota',
    noteLeft: (left) =>
      plural(left, { one: `Queda ${left} carácter`, other: `Quedan ${left} caracteres` }),
    saveNote: 'Guardar nota',
    noteSaved: 'Nota guardada.',
    correct: 'Corregir…',
    delete: 'Eliminar',
    form: {
      title: 'Corregir esta sesión',
      start: 'Inicio',
      end: 'Fin',
      energy: 'Energía, kWh',
      energyHint: (recorded) =>
        recorded === undefined
          ? 'No se registró ninguna.'
          : `Registrada: ${recorded}. Deja el campo en blanco para usarla.`,
      cost: 'Coste',
      costHint: 'Deja el campo en blanco para calcularlo con el precio de la energía.',
      currency: 'Moneda',
      save: 'Guardar',
      cancel: 'Cancelar',
      undo: 'Usar valores registrados',
    },
    corrected: (recorded) => `Corregido. Registrado: ${recorded}`,
    correctedUnknown: 'Corregido. No se había registrado nada.',
    deleted: 'Sesión eliminada',
    undo: 'Deshacer',
    restorable: 'Puedes restaurarla durante 30 días: Historial, Eliminadas.',
  },
  correctionFaults: {
    noTime: 'Introduce una fecha y una hora.',
    noNumber: 'Introduce un número, por ejemplo, 10,5.',
    endFirst: 'El fin debe ser posterior al inicio.',
    future: 'Esta hora está en el futuro.',
    tooLong: 'Una sesión puede durar 31 días como máximo.',
    energy: 'Introduce una energía entre 0 y 1000\u00a0kWh.',
    cost: 'Introduce un importe inferior a 1\u00a0000\u00a0000 con 2 decimales como máximo.',
  },
  changeFailures: {
    gone: 'Esta sesión ya no existe.',
    running: 'Esta sesión sigue en curso. Inténtalo de nuevo cuando termine.',
    impossible: 'Estos valores no pueden ser de una misma sesión. Revísalos e inténtalo de nuevo.',
    notKept: 'No se ha podido guardar. Comprueba el disco e inténtalo de nuevo.',
  },
  deletedSessions: {
    open: (count) => `Eliminadas (${count})`,
    hint: 'Las sesiones eliminadas se borran definitivamente al cabo de 30 días.',
    restore: 'Restaurar',
    restoreOf: (day) => `Restaurar la sesión del ${day}`,
    restored: 'Restaurada.',
    row: ({ day, amount }) => `${day}, ${amount}`,
  },
  statement: {
    view: 'Justificante',
    title: 'Justificante de carga',
    documentTitle: (period) => `Justificante de carga, ${period}`,
    intro: 'Para la empresa, el arrendador o Hacienda.',
    loading: 'Calculando…',
    none: 'No hay datos.',
    noRows: 'No hay sesiones en este periodo.',
    noBusinessRows: 'No hay sesiones profesionales en este periodo.',
    page: ({ page, pages }) => `Página ${page} de ${pages}`,
    unit: 'Periodo',
    units: { month: 'Mes', quarter: 'Trimestre', year: 'Año', range: 'Fechas' },
    before: 'Periodo anterior',
    after: 'Periodo siguiente',
    from: 'Primer día',
    to: 'Último día',
    noRange: 'El último día no puede ser anterior al primero.',
    quarter: ({ quarter, year }) => `T${quarter} ${year}`,
    range: ({ from, to }) => `${from} – ${to}`,
    chargers: 'Cargadores',
    businessOnly: 'Solo sesiones profesionales',
    details: 'Datos del justificante',
    fields: {
      name: 'Nombre',
      address: 'Dirección',
      vehicle: 'Vehículo',
      plate: 'Matrícula',
      costCentre: 'Centro de coste',
      meterStart: 'Lectura del contador, inicio',
      meterEnd: 'Lectura del contador, fin',
    },
    meterHint: 'Tal como aparece en tu contador, con su unidad. No se guarda.',
    signature: 'Línea para la firma',
    remember: 'Recordar estos datos',
    rememberHint: 'Se guardan en los ajustes de este equipo y en las copias de seguridad.',
    period: 'Periodo',
    issued: 'Emitido',
    charger: 'Cargador',
    model: 'Modelo',
    serial: 'Número de serie',
    zone: 'Zona horaria',
    scope: 'Sesiones',
    businessScope: 'Solo profesionales',
    columns: { day: 'Fecha', times: 'Hora', energy: 'kWh', price: 'Por kWh', cost: 'Coste' },
    sum: (count) => `Total, ${sessions(count)}`,
    total: 'Total, todos los cargadores',
    unknown: '–',
    unknownHeard: 'sin datos',
    several: 'varios',
    estimatedMark: '*',
    correctedMark: '†',
    prices: 'Precios de la energía en este periodo',
    noPrices: 'Sin precio definido.',
    band: ({ times, price }) => `${times}: ${price}`,
    estimated: '* Estimación: faltan datos y el precio cambió.',
    corrected: '† Corregido por el titular. Los valores registrados se conservan en ChargeTray.',
    severalNote: 'Varios: se aplicó más de un precio de la energía. Consulta la lista de precios.',
    withoutEnergy: (count) =>
      plural(count, {
        one: `${count} sesión no tiene datos de energía y no está en el total.`,
        other: `${count} sesiones no tienen datos de energía y no están en el total.`,
      }),
    withoutCost: (count) =>
      plural(count, {
        one: `${count} sesión no tiene un coste conocido y no está en el total.`,
        other: `${count} sesiones no tienen un coste conocido y no están en el total.`,
      }),
    empty: (count) =>
      plural(count, {
        one: `${count} sesión sin energía no aparece en la lista.`,
        other: `${count} sesiones sin energía no aparecen en la lista.`,
      }),
    counted: 'Energía medida por el cargador. Creado con ChargeTray.',
    signed: 'Fecha, firma',
    save: 'Guardar como PDF…',
    fileName: ({ charger, period }) => `${charger} ${period}.pdf`,
    fileOfSeveral: 'Justificante de carga',
  },
  /** What electricity costs by the hour, and where that is known from. */
  market: {
    title: 'Precios de la electricidad',
    intro: 'Elija una fuente y ChargeTray le mostrará cuándo es barata la electricidad.',
    source: 'Fuente',
    area: 'Zona de precios',
    privacy: (host: string) =>
      `ChargeTray consulta ${host} una o dos veces al día. No se envía nada sobre usted ni su cargador.`,
    own: 'Archivo o dirección propios',
    address: 'Archivo o dirección',
    addressHint:
      'Una lista JSON o CSV con el inicio y el precio por kWh de cada hora o cuarto de hora.',
    addressPrivacy:
      'ChargeTray lee este archivo o consulta esta dirección una vez al día, más o menos.',
    nordPoolTerms: 'Las condiciones de Nord Pool limitan el uso de sus precios.',
    use: 'Mostrar precios',
    change: 'Cambiar de fuente',
    stop: 'Dejar de consultar precios',
    cancel: 'Cancelar',
    from: ({ source, area }: { readonly source: string; readonly area: string }) =>
      `${source}, ${area}`,
    /** A part of the country that has prices of its own, and its code. */
    partOf: ({ country, code }: { readonly country: string; readonly code: string }) =>
      `${country} (${code})`,
    stepsIn: (source: string) => `${source} la sustituye por ahora.`,
    today: 'Hoy',
    now: 'Ahora',
    lowest: 'Mínimo',
    average: 'Media',
    known: ({ until, updated }: { readonly until: string; readonly updated: string }) =>
      `Precios hasta ${until}. Actualizado: ${updated}.`,
    withVat: 'Precios de mercado por kWh con IVA, sin peajes.',
    withoutVat: 'Precios de mercado por kWh, sin impuestos ni peajes.',
    waiting: 'Obteniendo precios…',
    none: 'Todavía no hay precios.',
    picture: {
      title: 'Precio por hora',
      hint: 'Señale una barra para ver su precio.',
      keys: 'Use las teclas de flecha para ir de un precio a otro.',
      at: ({ time, price }: { readonly time: string; readonly price: string }) =>
        `${time}: ${price}`,
      time: 'Hora',
      price: 'Precio',
    },
    cheapest: {
      title: 'Cuándo sale más barato',
      energy: 'Energía',
      power: 'Potencia de carga',
      readyBy: 'Listo a las',
      inOneGo: 'De una vez',
      costs: ({ energy, cost }: { readonly energy: string; readonly cost: string }) =>
        `${energy} por unos ${cost} a precios de mercado`,
      saved: (amount: string) => `${amount} menos que empezando ahora`,
      forecast: 'Una parte cae en horas cuyos precios aún no se conocen.',
      atMost: (energy: string) => `Hasta entonces no es posible todo: ${energy} como máximo.`,
      noPrices: 'Aún no se conocen los precios de esas horas.',
      over: 'Esa hora ya ha pasado.',
    },
    failures: {
      unreachable: 'No se puede acceder a la fuente.',
      timedOut: 'La fuente no ha respondido a tiempo.',
      serverError: 'La fuente tiene un problema.',
      rateLimited: 'La fuente pide una pausa. ChargeTray lo intentará más tarde.',
      notUnderstood: 'ChargeTray no puede leer la respuesta de la fuente.',
      notPublished: 'El mercado aún no ha publicado estos precios.',
      tokenRefused: 'La fuente exige un token válido.',
      notFound: 'La fuente no tiene precios de esta zona.',
      implausible: 'Los precios de la fuente parecen erróneos y no se usan.',
    },
  },
  prices: {
    title: 'Precio de la energía',
    intro:
      'Cada sesión se calcula con el precio vigente en su momento. Un precio nuevo no cambia las sesiones anteriores.',
    none: 'Sin precio definido, así que no se muestran costes.',
    since: (day) => `Desde el ${day}`,
    now: 'vigente',
    origins: { own: 'definido por ti', charger: 'del cargador' },
    otherwise: 'Resto del tiempo',
    bandWhen: ({ days, times }) => `${days}, ${times}`,
    everyDay: 'Todos los días',
    wholeDay: 'todo el día',
    times: ({ from, to }) => `${from}–${to}`,
    days: ({ from, to }) => `${from}–${to}`,
    remove: 'Eliminar',
    removeNamed: (day) => `Eliminar el precio válido desde el ${day}`,
    removeTitle: (day) => `¿Eliminar el precio válido desde el ${day}?`,
    removeBody:
      'Desde ese día se aplica el precio anterior. Los costes ya calculados se conservan.',
    add: 'Precio nuevo',
    kind: 'Precio',
    kinds: { flat: 'Único', bands: 'Por tramos', hourly: 'Por horas' },
    from: 'Desde',
    currency: 'Moneda',
    perKwh: 'Precio por kWh',
    otherwisePerKwh: 'Precio el resto del tiempo',
    otherwiseHint: 'Por kWh, cuando no se aplica ninguno de los tramos anteriores.',
    band: (number) => `Tramo ${number}`,
    bandDays: 'Días',
    bandFrom: 'Desde',
    bandTo: 'Hasta',
    addBand: 'Añadir tramo',
    removeBand: (number) => `Quitar tramo ${number}`,
    removeBandShort: 'Quitar',
    bandHint: 'Se aplica el primer tramo que coincida. Un tramo puede pasar de medianoche.',
    save: 'Guardar precio',
    cancel: 'Cancelar',
    saved: 'Guardado',
    full: 'No se pueden añadir más precios. Elimina uno antes.',
    hourly: {
      factor: 'Precio de mercado multiplicado por',
      surcharge: 'Recargo',
      gridFeeOtherwise: 'Peaje de red el resto del tiempo',
      gridFeeWhen: (times) => `Peaje de red ${times}`,
      vat: 'IVA',
      percent: (number) => `${number}\u00a0%`,
    },
  },
  priceTroubles: {
    empty: 'Introduce un precio, por ejemplo, 0,31.',
    noNumber: 'No es un número. Escríbelo así: 0,31 o 0.31.',
    tooFine: 'Usa 8 decimales como máximo.',
    tooLarge: 'El precio es demasiado alto.',
    noDay: 'Elige un día.',
    noDays: 'Elige al menos un día de la semana.',
    noTime: 'Introduce las dos horas.',
    sameTimes: 'El inicio y el fin coinciden. Para el día completo, elige de 00:00 a 00:00.',
  },
  unusualPrice: 'Precio por kWh poco habitual. Comprueba el separador decimal.',
  settings: {
    pages: {
      chargers: 'Cargadores',
      notifications: 'Notificaciones',
      prices: 'Precios',
      general: 'General',
      data: 'Datos',
      about: 'Acerca de',
    },
    now: {
      chargers,
      noChargers: 'Ninguno',
      noPrice: 'Sin definir',
      timeOfUse: 'Por tramos',
      priceOf: ({ name, price }) => `${name}: ${price}`,
      storedFor: (years) => {
        if (years === 0) return 'Sesiones guardadas: siempre';
        return plural(years, {
          one: `Sesiones guardadas: ${years} año`,
          other: `Sesiones guardadas: ${years} años`,
        });
      },
      startsAtLogin: 'se abre al iniciar sesión',
    },
    chargers: {
      title: 'Nombres y orden',
      shown: (name) => `Mostrar ${name}`,
      up: (name) => `Subir ${name}`,
      down: (name) => `Bajar ${name}`,
      rename: 'Renombrar',
      renameNamed: (name) => `Renombrar ${name}`,
      name: (name) => `Nombre para ${name}`,
      nameHint: 'Solo se usa en ChargeTray. Déjalo en blanco para usar el nombre del cargador.',
      save: 'Guardar',
      cancel: 'Cancelar',
    },
    advanced: 'Avanzado',
    shortcut: {
      title: 'Atajo para abrir',
      hint: 'Abre ChargeTray desde cualquier programa.',
      named: (keys) => `Atajo para abrir: ${keys}`,
      set: 'Definir…',
      press: 'Pulsa las teclas…',
      remove: 'Quitar',
      taken: 'Otro programa usa estas teclas o este escritorio no permite atajos.',
      needs:
        'Usa Ctrl, Alt o la tecla del sistema con una letra, un número o una tecla de función.',
    },
    reset: {
      label: 'Restablecer ajustes…',
      title: '¿Restablecer los ajustes?',
      body: 'Todos los ajustes vuelven a sus valores predeterminados. Las cuentas, el historial y los precios se conservan.',
      confirm: 'Restablecer ajustes',
    },
    titles: {
      accounts: 'Cuentas y estaciones',
      notices: 'Notificaciones',
      start: 'Inicio',
      look: 'Apariencia',
      history: 'Historial',
      about: 'Acerca de',
    },
    account: {
      interval: 'Intervalo de actualización (s)',
      timeout: 'Espera máxima de respuesta (s)',
      timeoutHint: ({ least, most }) =>
        `De ${least} a ${most}\u00a0s. A veces la estación es lenta.`,
      certificate: 'Certificado aceptado',
      validTo: (day) => `válido hasta el ${day}`,
      expired: (day) => `caducado el ${day}`,
      signOut: 'Cerrar sesión',
      signOutOf: (label) => `Cerrar sesión en ${label}`,
      forget: 'Quitar',
      forgetNamed: (label) => `Quitar ${label}`,
    },
    notices: {
      now: 'Mostrar notificaciones',
      which: 'Avisarme de',
      whichOf: (name) => `Avisarme sobre ${name}:`,
      quietUntil: (time) => `En silencio hasta ${the(time)}.`,
      charger: 'Cargador',
      allChargers: 'Todos los cargadores',
      unnamed: 'Cargador',
      differing: (count) =>
        count === 0
          ? 'Como todos los cargadores'
          : plural(count, {
              one: `${count} diferencia con todos los cargadores`,
              other: `${count} diferencias con todos los cargadores`,
            }),
      likeAll: 'Como todos los cargadores',
      test: 'Enviar una notificación de prueba',
      testing: 'Enviando…',
      quiet: {
        title: 'Horas de silencio',
        hint: 'Cuando terminan, recibes un resumen de lo ocurrido.',
        span: (number) => `Horas de silencio ${number}`,
        from: 'Desde',
        to: 'Hasta',
        add: 'Añadir horas de silencio',
        addShort: 'Añadir',
        remove: 'Quitar',
        removeSpan: (number) => `Quitar horas de silencio ${number}`,
        critical: 'Permitir fallos y cortes de luz',
      },
    },
    start: {
      atLogin: 'Abrir al iniciar sesión',
      hidden: 'Iniciar minimizado en la bandeja',
      hiddenHint: 'Sin ventana al iniciar, si el escritorio tiene bandeja.',
    },
    look: {
      theme: 'Tema',
      trayIcon: 'Icono de bandeja',
      trayPower: 'Mostrar la potencia en la barra de menús',
      trayIconHint: 'Cámbialo si el icono no se ve bien.',
    },
    history: {
      samples: 'Conservar lecturas',
      sessions: 'Conservar sesiones',
      keepHint:
        'Con las lecturas se dibujan los gráficos; son lo que más espacio ocupa. Las más antiguas se eliminan.',
    },
    about: {
      version: (version) => `ChargeTray ${version}`,
      demo: 'datos de demostración',
    },
  },
  quietLabels: {
    no: 'Activadas',
    hour: 'Desactivadas una hora',
    tomorrow: 'Desactivadas hasta mañana',
    always: 'Desactivadas',
  },
  linkLabels: {
    wallboxPortal: 'Abrir el portal de Wallbox',
    trayHelp: 'Ayuda sobre el icono de bandeja',
    projectPage: 'Sitio web',
  },
  themeLabels: {
    system: 'Sistema',
    light: 'Claro',
    dark: 'Oscuro',
  },
  trayIconLabels: {
    auto: 'Automático',
    forDarkPanel: 'Para paneles oscuros',
    forLightPanel: 'Para paneles claros',
  },
  formats: {
    title: 'Idioma y formatos',
    language: 'Idioma',
    asSystem: (now) => `Sistema (${now})`,
    region: 'Números, fechas y horas',
    clock: 'Formato de hora',
    clocks: { region: 'Regional', h23: '24 horas', h12: '12 horas' },
    weekStart: 'Primer día de la semana',
    weekStarts: { region: 'Regional', monday: 'Lunes', saturday: 'Sábado', sunday: 'Domingo' },
    zone: 'Zona horaria',
    zoneAsHere: (place) => `La de este equipo (${place})`,
    zoneHint: 'También para las horas de silencio, los justificantes y los precios nuevos.',
    areas: {
      Africa: 'África',
      America: 'América',
      Antarctica: 'Antártida',
      Arctic: 'Ártico',
      Asia: 'Asia',
      Atlantic: 'Atlántico',
      Australia: 'Australia',
      Europe: 'Europa',
      Indian: 'Índico',
      Pacific: 'Pacífico',
    },
  },
  excelHeaders: {
    id: 'ID',
    charger_name: 'Cargador',
    started_at: 'Inicio',
    ended_at: 'Fin',
    energy_kwh: 'Energía (kWh)',
    green_energy_kwh: 'Energía solar (kWh)',
    charging_ms: 'Tiempo de carga (ms)',
    average_w: 'Potencia media (W)',
    peak_w: 'Potencia máxima (W)',
    cost: 'Coste',
    currency: 'Moneda',
    cost_by: 'Origen del coste',
    cost_estimated: 'Coste estimado',
    end: 'Motivo del fin',
    start_seen: 'Inicio observado',
    gaps: 'Faltan datos',
    source: 'Origen',
    charger: 'ID del cargador',
    tag: 'Uso',
    note: 'Nota',
    corrected: 'Corregido',
    original_energy_kwh: 'Energía registrada (kWh)',
    original_started_at: 'Inicio registrado',
    original_ended_at: 'Fin registrado',
    original_cost: 'Coste registrado',
    original_currency: 'Moneda registrada',
    at: 'Hora',
    state: 'Estado',
    power_w: 'Potencia (W)',
    session_energy_kwh: 'Energía de la sesión (kWh)',
    limit_a: 'Límite (A)',
    gap_before: 'Faltan datos antes',
    phases: 'Fases',
    vendor_code: 'Código del cargador',
    current_a: 'Corriente (A)',
  },
  backup: {
    hint: 'La copia de seguridad contiene el historial, los precios y los ajustes, pero no contraseñas ni claves.',
    backUp: 'Crear copia…',
    restore: 'Restaurar copia…',
    restoreTitle: '¿Restaurar la copia de seguridad?',
    restoreBody: 'Añade las sesiones de la copia a tu historial. Sustituye tus ajustes.',
    choose: 'Elige un archivo…',
    asking: 'En curso…',
    rows: (count) => `Entradas hasta ahora: ${count}…`,
    stop: 'Detener',
    saved: 'Copia guardada',
    cancelled: 'No se ha guardado',
    failed: 'No se ha podido guardar. Prueba con otra carpeta.',
    restored: ({ sessions: sessionCount, samples }) =>
      `Restaurado: ${sessions(sessionCount)} y ${plural(samples, {
        one: `${samples} lectura`,
        other: `${samples} lecturas`,
      })}.`,
    badLines: (count) =>
      plural(count, {
        one: `No se ha podido leer ${count} línea y se ha omitido.`,
        other: `No se han podido leer ${count} líneas y se han omitido.`,
      }),
    cutOff: 'El archivo está incompleto: le falta el final. Usa otra copia.',
    failures: {
      cancelled: 'No se ha restaurado nada.',
      stopped:
        'Detenido. Lo restaurado hasta ahora se conserva. Restaura de nuevo para añadir el resto.',
      noBackup: 'No es una copia de seguridad de ChargeTray. No se ha cambiado nada.',
      tooNew:
        'La creó una versión más reciente de ChargeTray. Actualiza primero. No se ha cambiado nada.',
      failed:
        'La copia no se ha restaurado por completo. Inténtalo de nuevo; nada se duplica. Si sigue ocurriendo, copia el diagnóstico e informa del problema.',
    },
  },
  licences: {
    open: 'Licencias de código abierto',
    title: 'Licencias de código abierto',
    intro: 'ChargeTray se basa en el trabajo de otros. Abre una entrada para leer su licencia.',
    loading: 'Cargando datos…',
    missing: 'Faltan los textos de las licencias en esta copia de ChargeTray.',
    browser: 'Chromium y todo lo que incluye',
  },
  report: {
    offer: 'Crear informe',
    again: 'Crear de nuevo',
    hint: 'Lee todos los datos disponibles y quita los privados. Para informar de un error.',
    asking: 'Creando el informe… Puede tardar medio minuto.',
    ready: 'Informe listo.',
    title: 'Informe',
    notAsked: 'no solicitado',
    took: (ms) => `${ms}\u00a0ms`,
    copy: 'Copiar informe',
    save: 'Guardar informe…',
    saved: 'Guardado',
    cancelled: 'No se ha guardado',
    failed: 'No se ha podido guardar. Prueba con otra carpeta.',
    answerOf: (path) => `Respuesta de ${path}`,
  },
  shell: {
    openFromNotice: 'Abrir ChargeTray',
    openButton: 'Abrir',
    secretOf: (name) => `Contraseña de la estación · ${name}`,
    secretAdvice:
      'Cualquiera que tenga esta contraseña puede reconfigurar la estación. No la compartas.',
    copy: 'Copiar',
    close: 'Cerrar',
    exportFile: ({ what, day, ending }) =>
      `ChargeTray ${what === 'sessions' ? 'sesiones' : 'lecturas'} ${day}.${ending}`,
    backupFile: (day) => `ChargeTray copia de seguridad ${day}.jsonl`,
    reportFile: (day) => `ChargeTray informe ${day}.txt`,
  },
  commandLine: {
    nothing: 'Aún no hay cargadores. Abre ChargeTray y añade uno.',
    notRunning: 'ChargeTray no se está ejecutando. Estas son las últimas lecturas.',
    unreadable:
      'No se han podido leer los datos guardados. Inicia ChargeTray e inténtalo de nuevo.',
    usage: [
      'chargetray --status         una línea por cargador y termina',
      'chargetray --watch          lo mismo, más una línea nueva con cada cambio',
      'chargetray --status --json  JSON para scripts; --watch --json escribe un objeto por cambio',
    ].join('\n'),
  },
};
