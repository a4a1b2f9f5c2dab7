import type { Handing, NoticeOutcome, NotificationPort } from '../../electron/ports/app-ports.ts';
import type { Notice } from '../../electron/ports/notice.ts';
import type { NoticeTest } from '../../shared/domain/app/notice-test.ts';

/** A desktop that notes every notice it is given, and takes it, refuses it, or takes its time. */
export class RecordedNotices implements NotificationPort {
  readonly offered: Notice[] = [];
  /** To whom it may have been given before, for each of them. */
  readonly before: (string | undefined)[] = [];
  /** Nobody is given anything where it is absent. */
  service: string | undefined = 'service';
  /** How many it was given and has taken or refused. */
  answered = 0;
  onShow: () => NoticeOutcome | Promise<NoticeOutcome> = () => 'shown';

  async show(notice: Notice, { before, begins }: Handing): Promise<NoticeOutcome> {
    this.offered.push(notice);
    this.before.push(before);
    if (this.service !== undefined) await begins(this.service);
    const outcome = await this.onShow();
    this.answered += 1;
    if (outcome === 'shown') this.stands.push(notice);
    return outcome;
  }

  /** What stands on it; it has shown whatever it took. */
  readonly stands: Notice[] = [];

  async test(): Promise<NoticeTest> {
    return 'shown';
  }

  standing(): readonly Notice[] {
    return this.stands;
  }

  withdraw({ id }: Notice): void {
    const at = this.stands.findIndex((one) => one.id === id);
    if (at >= 0) this.stands.splice(at, 1);
  }

  onClick(_heard?: Parameters<NotificationPort['onClick']>[0]): void {}

  onChance(_heard?: () => void): void {}

  get titles(): string[] {
    return this.offered.map(({ title }) => title);
  }
}
