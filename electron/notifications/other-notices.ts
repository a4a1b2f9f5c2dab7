import { nameKnown } from '../../shared/domain/charger/known-as.ts';
import type { WishProgress } from '../../shared/domain/charger/wish.ts';
import { brandText } from '../../shared/text/brand-text.ts';
import { noticeText } from '../../shared/text/notice-text.ts';
import { notConfirmedSentence, wishTitle } from '../../shared/text/wish-text.ts';
import type { ChargerMemory } from '../charging/memory.ts';
import type { AccountRecord } from '../settings/kept-settings.ts';
import type { Notice } from './notice.ts';

/** Notices that come from no reading: of an account, and of a wish. Times are epoch ms. */
export function signInNotice(record: Pick<AccountRecord, 'id' | 'brand'>, at: number): Notice {
  return {
    id: `${record.id}/signInNeeded/${at}`,
    kind: 'signInNeeded',
    happenedAt: at,
    accountId: record.id,
    ...brandText[record.brand].signInNotice,
  };
}

export function notConfirmedNotice(memory: ChargerMemory, progress: WishProgress): Notice {
  const { at } = progress;
  const said = notConfirmedSentence({ wish: progress, reading: memory.reading }, at);
  return {
    id: `${memory.id}/notConfirmed/${at}`,
    kind: 'notConfirmed',
    happenedAt: at,
    chargerId: memory.id,
    ...noticeText.notConfirmed(nameKnown(memory) ?? '', wishTitle(progress), said),
  };
}
