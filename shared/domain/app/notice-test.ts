/**
 * What became of a notification that was sent to try it out. `noService`: nothing on this desktop
 * shows notifications; `noAnswer`: whatever does has not said within seconds whether it took it.
 */
export const noticeTests = ['shown', 'noService', 'refused', 'noAnswer', 'unsupported'] as const;

export type NoticeTest = (typeof noticeTests)[number];
