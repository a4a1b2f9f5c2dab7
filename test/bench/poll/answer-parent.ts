/** In a measured process: does what its parent asks, one thing after the other, and answers. */
export function answerParent<Order>(work: (order: Order) => Promise<unknown>): void {
  process.on('message', (order) => {
    void work(order as Order).then((answer) => process.send?.(answer));
  });
  process.on('disconnect', () => process.exit());
}
