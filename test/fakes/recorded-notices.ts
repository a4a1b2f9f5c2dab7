import type { Notice } from '../../electron/notifications/notice.ts';
import type { Handing, NoticeOutcome, NoticeShell } from '../../electron/shells.ts';

/** A desktop that notes every notice it is given, and takes it, refuses it, or takes its time. */
export class RecordedNotices implements NoticeShell {
  readonly offered: Notice[] = [];
  /** To whom it may have been given before, for each of them. */
  readonly before: (string | undefined)[] = [];
  /** Nobody is given anything where it is absent. */
  service: string | undefined = 'service';
  onShow: () => NoticeOutcome | Promise<NoticeOutcome> = () => 'shown';

  async show(notice: Notice, { before, begins }: Handing): Promise<NoticeOutcome> {
    this.offered.push(notice);
    this.before.push(before);
    if (this.service !== undefined) await begins(this.service);
    return this.onShow();
  }

  onClick(): void {}

  onChance(): void {}

  get titles(): string[] {
    return this.offered.map(({ title }) => title);
  }
}
