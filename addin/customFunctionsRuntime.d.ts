/** What office.js adds for custom functions; @types/office-js leaves it out. CustomFunctionsRuntime 1.3. */
declare namespace CustomFunctions {
  interface Invocation {
    /** The cell that calls. */
    readonly address?: string;
    readonly parameterAddresses?: readonly (string | null | undefined)[];
  }

  enum ErrorCode {
    divisionByZero = '#DIV/0!',
    invalidNumber = '#NUM!',
    invalidValue = '#VALUE!',
    notAvailable = '#N/A',
    nullReference = '#NULL!',
  }

  // biome-ignore lint/suspicious/noShadowRestrictedNames: the name is Office's.
  class Error {
    constructor(code: ErrorCode, message?: string);
    readonly code: string;
    readonly message?: string;
  }

  function associate(id: string, run: (...args: never[]) => unknown): void;
}
