/** Debian's own Chromium; its sandbox does not work as root. */
export const browser = {
  browserName: 'chromium',
  locale: 'vi-VN',
  timezoneId: 'Asia/Ho_Chi_Minh',
  launchOptions: {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  },
} as const;
