/** Words of a circle's end, and of its beginning anew. */
export const closingFa = {
  "network.circles.state": "وضعیت حلقه",
  "network.circles.open": "برقرار",
  "network.circles.closed": "پایان‌یافته",
  "network.circles.closed.none": "حلقه پایان‌یافته‌ای نیست.",
  "network.circles.closed.none.text": "حلقه‌ای که پایان یابد، با سابقه عضویت‌هایش اینجا می‌ماند.",
  "network.circle.closed-on": "روز پایان",
  "network.circle.close": "پایان حلقه",
  "network.circle.close.lead":
    "عضویت‌ها در همین روز پایان می‌یابد و حلقه از فهرست‌های کار بیرون می‌رود. در شمارش روزهایی که برقرار بوده است می‌ماند.",
  "network.circle.close.reason": "دلیل پایان",
  "network.circle.close.do": "ثبت پایان",
  "network.circle.is-closed": "این حلقه در {date} پایان یافت",
  "network.circle.reopen": "برقراری دوباره",
  "network.circle.reopen.lead": "حلقه از امروز دوباره برقرار است. روزهای پیش از پایان، همان که بود می‌ماند.",
  "network.circle.reopen.members": "کسانی که هنگام پایان عضو بودند بازگردند",
  "network.circle.closed": "این حلقه پایان یافته است. نخست آن را دوباره برقرار کنید.",
  "network.circle.open-already": "این حلقه برقرار است.",
  "network.circle.closed-before-formed": "پیش از روز تشکیل حلقه است؛ تاریخ را دوباره بخوانید.",
} as const;

export const closingEn: Record<keyof typeof closingFa, string> = {
  "network.circles.state": "State of the circle",
  "network.circles.open": "Open",
  "network.circles.closed": "Closed",
  "network.circles.closed.none": "No circle has been closed.",
  "network.circles.closed.none.text": "A circle that ends stays here, with the history of its memberships.",
  "network.circle.closed-on": "Closed on",
  "network.circle.close": "Close the circle",
  "network.circle.close.lead":
    "Memberships end on that day, and the circle leaves the lists of work. It stays in the counts of the days on which it was open.",
  "network.circle.close.reason": "Why it ended",
  "network.circle.close.do": "Record the end",
  "network.circle.is-closed": "This circle was closed on {date}",
  "network.circle.reopen": "Open again",
  "network.circle.reopen.lead":
    "The circle is open again from today. The days before it closed stay as they were.",
  "network.circle.reopen.members": "Those who were members when it closed come back",
  "network.circle.closed": "This circle is closed. Open it again first.",
  "network.circle.open-already": "This circle is open.",
  "network.circle.closed-before-formed": "That is before the circle was formed; please read the date again.",
};
