import { HostObject } from './hostObject.ts';
import { checkColour } from './rangeFormat.ts';

/** How texts of a chart look. It is kept; the charts that are drawn here show their texts plainly. */
export interface TextLook {
  fill?: string;
  color?: string;
  size?: number;
  bold?: boolean;
}

/** What stands on a chart in a look of its own: its legend, the labels of a series. */
export abstract class ChartText extends HostObject {
  readonly look: TextLook;

  constructor(look: TextLook) {
    super();
    this.look = look;
  }

  get Format(): HostObject {
    return new ChartTextFormat(this.look);
  }
}

export class ChartDataLabels extends ChartText {}

class ChartTextFormat extends ChartText {
  get Fill(): ChartTextFill {
    return new ChartTextFill(this.look);
  }
  get Font(): ChartFont {
    return new ChartFont(this.look);
  }
}

class ChartTextFill extends ChartText {
  SetSolidColor(color: string): void {
    checkColour(color);
    this.look.fill = color;
  }
  Clear(): void {
    delete this.look.fill;
  }
}

class ChartFont extends ChartText {
  get Color(): string {
    return this.look.color ?? '#000000';
  }
  set Color(color: string) {
    checkColour(color);
    this.look.color = color;
  }
  get Size(): number {
    return this.look.size ?? 10;
  }
  set Size(size: number) {
    this.look.size = size;
  }
  get Bold(): boolean {
    return this.look.bold ?? false;
  }
  set Bold(bold: boolean) {
    this.look.bold = bold;
  }
}
