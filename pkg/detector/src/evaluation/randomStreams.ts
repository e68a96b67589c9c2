/** Independent sources of randomness of an evaluation, apart from the simulation's; the numbers never change. */
export const randomStreams = {
  length: 11,
  order: 12,
  place: 13,
  side: 14,
  noise: 15,
  resample: 16,
  long: 17,
  run: 18,
} as const;
