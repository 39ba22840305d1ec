/**
 * Univer calls `map.keys().some(…)`, which Node 20 and Safari before 18.4 lack.
 * https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Iterator/some
 */
const iterators: object = Object.getPrototypeOf(Object.getPrototypeOf([].values()));

if (!('some' in iterators)) {
  Object.defineProperty(iterators, 'some', {
    configurable: true,
    writable: true,
    value(this: Iterable<unknown>, test: (item: unknown) => boolean): boolean {
      for (const item of this) if (test(item)) return true;
      return false;
    },
  });
}
