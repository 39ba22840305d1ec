/** No other has it, in whatever pane: the time, and something by chance. */
export function uniqueId(): string {
  return `${Date.now().toString(36)} ${Math.random().toString(36).slice(2, 12)}`;
}
