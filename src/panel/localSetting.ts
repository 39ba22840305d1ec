/** What belongs to a person, not to the workbook. A page in a frame may be denied storage: then it is not kept. */
export function localSetting(key: string): string | undefined {
  try {
    return localStorage.getItem(`sales-kpi ${key}`) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepLocalSetting(key: string, value: string): void {
  try {
    localStorage.setItem(`sales-kpi ${key}`, value);
  } catch {
    return;
  }
}
