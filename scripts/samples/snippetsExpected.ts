/** By file and button: what it says, where that is plain from its code. */
export const SAYS: Readonly<Record<string, readonly string[]>> = {};
