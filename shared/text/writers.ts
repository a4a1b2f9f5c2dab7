/** Numbers for one way of writing, for whoever writes many numbers. */
export interface Numbers {
  readonly decimal: (value: number, digits: number) => string;
  readonly energy: (energyWh: number) => string;
  readonly money: (amount: string, currency: string) => string;
}

/** Times for one way of writing, for whoever writes many. */
export interface Times {
  readonly time: (at: number) => string;
  readonly day: (at: number) => string;
  readonly sameDay: (one: number, other: number) => boolean;
}
