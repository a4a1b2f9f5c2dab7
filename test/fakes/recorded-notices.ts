import type { Notice } from '../../electron/notifications/notice.ts';
import type { NoticeShell } from '../../electron/shells.ts';

/** A desktop that notes every notice it is given, and takes it, refuses it, or takes its time. */
export class RecordedNotices implements NoticeShell {
  readonly offered: Notice[] = [];
  onShow: () => 'shown' | 'failed' | Promise<'shown' | 'failed'> = () => 'shown';

  async show(notice: Notice): Promise<'shown' | 'failed'> {
    this.offered.push(notice);
    return this.onShow();
  }

  onClick(): void {}

  get titles(): string[] {
    return this.offered.map(({ title }) => title);
  }
}
