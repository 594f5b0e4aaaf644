declare module 'virtual:words/*' {
  const texts: Record<string, string | undefined>;
  export default texts;
}
