/** In a measured process: does what its parent asks, one thing after the other, and answers. */
export function answerParent<WallboxWrite>(work: (order: WallboxWrite) => Promise<unknown>): void {
  process.on('message', (order) => {
    void work(order as WallboxWrite).then((answer) => process.send?.(answer));
  });
  process.on('disconnect', () => process.exit());
}
