/** @throws RangeError naming the part of a PromQL expression that the demo cannot compute, and what to do instead. */
export function refuseExpression({ from, to }: { readonly from: number; readonly to: number }, text: string): never {
  throw new RangeError(
    `the demo cannot compute ${text.slice(from, to) || text}: it knows selectors, rate, increase, sums, averages, minima, maxima and counts, and arithmetic. Start a Prometheus for the rest of PromQL.`,
  );
}
