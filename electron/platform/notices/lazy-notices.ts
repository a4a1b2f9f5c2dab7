import type { NotificationPort } from '../../ports/app-ports.ts';

/** Notices whose way to the desktop is loaded with the first of them: a start does not wait for it. */
export function lazyNotices(load: () => Promise<NotificationPort>): NotificationPort {
  const clicks: Parameters<NotificationPort['onClick']>[0][] = [];
  const chances: (() => void)[] = [];
  let loading: Promise<NotificationPort> | undefined;
  let loaded: NotificationPort | undefined;
  const begin = async () => {
    const port = await load();
    port.onClick((notice, action) => {
      for (const heard of clicks) heard(notice, action);
    });
    port.onChance(() => {
      for (const heard of chances) heard();
    });
    loaded = port;
    return port;
  };
  const reach = () => {
    loading ??= begin();
    return loading;
  };
  return {
    show: async (notice, handing) => (await reach()).show(notice, handing),
    test: async (notice) => (await reach()).test(notice),
    // Nothing stands there before something was shown.
    standing: () => loaded?.standing() ?? [],
    withdraw: (notice) => loaded?.withdraw(notice),
    onClick: (heard) => void clicks.push(heard),
    onChance: (heard) => void chances.push(heard),
  };
}
