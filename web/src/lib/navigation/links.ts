/** The addresses of the app's pages. */
export const links = {
  overview: '/',
  signIn: '/sign-in',
  invitation: '/invitation',
  account: '/account',
  accounts: '/accounts',
  keptAccount: (id: string) => `/accounts/${id}`,
  documents: '/documents',
  waiting: '/documents?show=waiting',
  document: (id: string) => `/documents/${id}`,
  passage: (document: string, begin: number, end: number) => `/documents/${document}?at=${begin}-${end}`,
  inbox: '/inbox',
  proposals: '/proposals',
  drafts: '/inbox/drafts',
  record: (id: string) => `/records/${id}`,
  report: (partnership = '') => (partnership ? `/report?partnership=${partnership}` : '/report'),
};
