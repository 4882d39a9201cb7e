/** Words of meetings held (`meetings.*`) and of minutes and resolutions (`minutes.*`). */
export const fa = {
  "meetings.title": "جلسه‌ها",
  "meetings.new": "ثبت جلسه برگزارشده",
  "meetings.kind.thematic": "نشست موضوعی شبکه",
  "meetings.kind.among-people": "حضور مسئولان بین مردم",
  "meetings.kind.joint": "نشست مشترک",
  "meetings.state.held": "برگزار شد",
  "meetings.state.cancelled": "باطل شد",
} as const;

export type MeetingsKey = keyof typeof fa;

export const en: Record<MeetingsKey, string> = {
  "meetings.title": "Meetings",
  "meetings.new": "Record a held meeting",
  "meetings.kind.thematic": "Thematic network meeting",
  "meetings.kind.among-people": "Officials among people",
  "meetings.kind.joint": "Joint meeting",
  "meetings.state.held": "Held",
  "meetings.state.cancelled": "Cancelled",
};
