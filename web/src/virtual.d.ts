declare module 'virtual:countries' {
  /** ISO 3166-1 alpha-2 to numeric, as "076". */
  const numeric: Record<string, string>;
  export default numeric;
}
declare module 'virtual:languages' {
  /** Every message file, by its tag. */
  const languages: { tag: string; name: string; direction: 'ltr' | 'rtl' }[];
  export default languages;
}
