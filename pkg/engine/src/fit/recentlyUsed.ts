/** A map of bounded size that forgets what has not been used for longest. */
export class RecentlyUsed<K, V> {
  private readonly entries = new Map<K, V>();

  constructor(private readonly capacity: number) {}

  /** The value remembered for the key, or the one made now. */
  getOrCreate(key: K, create: () => V): V {
    const found = this.entries.get(key);
    const value = found ?? create();
    this.entries.delete(key);
    this.entries.set(key, value);
    this.forgetOldest();
    return value;
  }

  private forgetOldest(): void {
    const [oldest] = this.entries.keys();
    if (this.entries.size > this.capacity && oldest !== undefined) {
      this.entries.delete(oldest);
    }
  }
}
