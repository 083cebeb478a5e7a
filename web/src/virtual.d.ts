declare module 'virtual:countries' {
  /** ISO 3166-1 alpha-2 to numeric, as "076". */
  const numeric: Record<string, string>;
  export default numeric;
}
