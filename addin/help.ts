/**
 * What people read about the functions, and their examples. The build takes them out of the functions, so that
 * Excel's cells need not wait for them, and has this module put them back; in the sources they never left.
 */
export {};
