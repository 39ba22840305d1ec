/** A style sheet is imported for the bundler to take in. */
declare module '*.css';
