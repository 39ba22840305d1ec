import { PortError } from '../../src/port/port.ts';
import type { Answer } from '../server/answer.ts';
import type { Calls } from '../server/calls.ts';

/** The part of google.script.run that is used; each call starts from a fresh runner. */
type Runner = {
  withSuccessHandler(handler: (answer: Answer<unknown>) => void): Runner;
  withFailureHandler(handler: (problem: Error) => void): Runner;
} & Readonly<Record<keyof Calls, (...args: readonly unknown[]) => void>>;

declare const google: { readonly script: { readonly run: Runner } };

type Value<Name extends keyof Calls> = ReturnType<Calls[Name]> extends Answer<infer Inner> ? Inner : never;

/** Calls a function of the script's server side; the types are those of the functions themselves. */
export function call<Name extends keyof Calls>(name: Name, ...args: Parameters<Calls[Name]>): Promise<Value<Name>> {
  return new Promise((resolve, reject) => {
    const settle = (answer: Answer<unknown>): void => {
      // The server's function of this name has made the answer.
      if (answer.ok) resolve(answer.value as Value<Name>);
      else reject(new PortError(answer.reason, answer.code));
    };
    google.script.run
      .withSuccessHandler(settle)
      .withFailureHandler(refuse(reject))
      [name](...args);
  });
}

/** What reaches the failure handler never came to our own code: Google's account check, or the network. */
const refuse =
  (reject: (problem: PortError) => void) =>
  ({ message = '' }: Partial<Error>): void => {
    const denied = /PERMISSION_DENIED|permission|authori[sz]|权限|授权/i.test(message);
    reject(new PortError(denied ? 'permission' : 'unreachable', message));
  };
