/** Fields of classes are assigned, not defined: shorter, faster, and no difference to classes without setters. */
export const plainFields = { tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } } } as const;
