import type { Request } from '../../shared/ipc/contract.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import { fileNameOf } from '../../shared/text/file-name.ts';
import { isoDay } from '../../shared/text/format.ts';
import { messages } from '../../shared/text/messages.ts';
import type { AppServices } from '../app/app-services.ts';
import type { ExportOrder } from '../history/export/exporting.ts';
import type { Handlers } from './handlers.ts';

const done = null;

/** What the window asks about past charges. */
export function historyHandlers({ history, ports }: AppServices) {
  const { clock, desktop, zone } = ports;
  const today = () => isoDay(clock.now(), zone());
  return {
    historyChargers: () => history.ask(({ repository }) => repository.history.chargers()),
    listSessions: ({ query, ...page }) =>
      history.ask(({ repository }) =>
        repository.history.sessions(omitUndefined(query), omitUndefined(page)),
      ),
    showSession: ({ id }) =>
      history.ask(async ({ repository }) => (await repository.history.session(id)) ?? null),
    changeSession: ({ id, change }) => history.ask((all) => all.change(id, change)),
    deletedSessions: () => history.ask((all) => all.deleted()),
    sumSessions: ({ query, by: unit, running, ...more }) =>
      history.ask((all) =>
        all.sums({ query: omitUndefined(query), unit, ...omitUndefined(more) }, running),
      ),
    fetchSessions: ({ charger, ...range }) =>
      history.ask(({ repository }) => repository.fetch(charger, range)),
    exportHistory: (order) =>
      history.ask((all) =>
        all.export(
          { ...order, query: omitUndefined(order.query), excel: inWords(order.excel) },
          messages.shell.exportFile({ what: order.what, day: today(), ending: order.format }),
        ),
      ),
    cancelExport: () =>
      history.ask((all) => {
        all.cancelExport();
        return done;
      }),
    getStatement: (order) => history.ask(async (all) => (await all.statement(order)) ?? null),
    async savePdf({ name }) {
      const pdf = await ports.window.printPdf();
      return pdf ? desktop.saveBytes(fileNameOf(withEnding(name, '.pdf')), pdf) : 'failed';
    },
    savePicture: ({ name, png }) =>
      desktop.saveBytes(fileNameOf(withEnding(name, '.png')), Buffer.from(png, 'base64')),
    // What is shown there is what its owner changes and sets: all there is, or nothing.
    getPrices: ({ charger }) =>
      history.ask(({ repository }) => repository.history.sure.prices(charger)),
    setPrices: ({ charger, entries }) =>
      history.ask(async (all) => {
        await all.setPrices(charger, entries);
        return done;
      }),
    backUp: () => history.ask((all) => all.backUp(messages.shell.backupFile(today()))),
    restoreBackup: () => history.ask((all) => all.restore()),
  } satisfies Partial<Handlers>;
}

/** The thread that writes the table speaks no language, so its headers go along. */
function inWords(excel: Request<'exportHistory'>['excel']): ExportOrder['excel'] {
  return excel && { ...excel, headers: messages.excelHeaders };
}

function withEnding(name: string, ending: string): string {
  return name.endsWith(ending) ? name : `${name}${ending}`;
}
