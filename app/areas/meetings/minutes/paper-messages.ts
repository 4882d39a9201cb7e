/** Words of minutes as an office page. */
export const paperFa = {
  "minutes.paper.title": "صورت‌جلسه با مصوبه‌ها",
  "minutes.paper.number": "مصوبه",
  "minutes.paper.text": "متن مصوبه",
  "minutes.paper.parties": "دستگاه‌های مسئول",
  "minutes.paper.due": "مهلت",
  "minutes.paper.held": "تاریخ و ساعت",
  "minutes.paper.hours": "{day}، {from} تا {to}",
  "minutes.paper.place": "محل",
  "minutes.paper.invitation": "شماره دعوت‌نامه",
  "minutes.paper.agenda": "دستور جلسه",
  "minutes.paper.chair": "رئیس جلسه",
  "minutes.paper.secretary": "دبیر جلسه",
  "minutes.paper.refers": "ناظر به مصوبه {numbers}",
} as const;

export const paperEn: Record<keyof typeof paperFa, string> = {
  "minutes.paper.title": "Minutes with resolutions",
  "minutes.paper.number": "Resolution",
  "minutes.paper.text": "Text of the resolution",
  "minutes.paper.parties": "Responsible bodies",
  "minutes.paper.due": "Due",
  "minutes.paper.held": "Day and hours",
  "minutes.paper.hours": "{day}, {from} to {to}",
  "minutes.paper.place": "Venue",
  "minutes.paper.invitation": "Invitation number",
  "minutes.paper.agenda": "Agenda",
  "minutes.paper.chair": "Chair",
  "minutes.paper.secretary": "Secretary",
  "minutes.paper.refers": "concerns resolution {numbers}",
};
