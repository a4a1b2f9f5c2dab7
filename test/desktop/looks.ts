/** Light or dark, for everything a desktop draws. */
export type Theme = 'light' | 'dark';

type Colours = { readonly wall: string; readonly panel: string; readonly ink: string };

/** The few colours a desktop has of its own. */
export const colours: Readonly<Record<Theme, Colours & { card: string; line: string }>> = {
  light: { wall: '#c9d6d2', panel: '#f4f5f7', ink: '#16191d', card: '#ffffff', line: '#d3d8dd' },
  dark: { wall: '#22302c', panel: '#14171a', ink: '#eef1f4', card: '#1d2125', line: '#39414a' },
};

/** How high the panel at the top of the screen is. */
export const panelHeight = 30;

/**
 * A bus on which next to nothing starts by itself: what runs is what the test chose to run. Only
 * the keychain's dialog comes and goes, so it is left to the bus to start it from `services`.
 */
export function busConfig(socket: string, services: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <servicedir>${services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}

/** The dialog with which a locked keychain asks for its password. */
export const promptService = `[D-BUS Service]
Name=org.gnome.keyring.SystemPrompter
Exec=/usr/libexec/gcr-prompter
`;

/** What a notification that is clicked itself answers, as distinct from its buttons. */
const clickKey = 'default';

/**
 * Notifications that stay until somebody acts, so that a screenshot never races a timer. Who asks for
 * a menu of the buttons has pressed the first of them.
 */
export function dunstConfig(theme: Theme): string {
  const { card, ink, line } = colours[theme];
  return `[global]
    width = 360
    height = 240
    origin = top-right
    offset = 14x${panelHeight + 14}
    padding = 14
    horizontal_padding = 16
    text_icon_padding = 14
    frame_width = 1
    frame_color = "${line}"
    separator_height = 8
    separator_color = "#00000000"
    gap_size = 8
    corner_radius = 12
    font = DejaVu Sans 10
    line_height = 3
    markup = full
    format = "<b>%s</b>\\n%b"
    icon_position = left
    min_icon_size = 32
    max_icon_size = 40
    show_indicators = no
    history_length = 100
    sticky_history = yes
    idle_threshold = 0
    dmenu = /bin/grep --max-count=1 --invert-match ,${clickKey}]
    mouse_left_click = do_action, close_current
    mouse_right_click = close_current
    mouse_middle_click = close_all
    notification_limit = 6
    stack_duplicates = false

[urgency_low]
    background = "${card}"
    foreground = "${ink}"
    timeout = 0

[urgency_normal]
    background = "${card}"
    foreground = "${ink}"
    timeout = 0

[urgency_critical]
    background = "${card}"
    foreground = "${ink}"
    frame_color = "#c8501e"
    timeout = 0
`;
}

/** What GTK and, through it, Electron takes as the person's command. */
export function gtkSettings(theme: Theme): string {
  return `[Settings]
gtk-theme-name=Adwaita
gtk-application-prefer-dark-theme=${theme === 'dark' ? 1 : 0}
gtk-icon-theme-name=Adwaita
gtk-font-name=DejaVu Sans 10
gtk-enable-animations=0
`;
}

/** One panel across the top: window buttons, the tray, a clock. */
export function panelChannel(theme: Theme, width: number): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="dark-mode" type="bool" value="${theme === 'dark'}"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=${width / 2};y=0"/>
      <property name="length" type="uint" value="100"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="icon-size" type="uint" value="22"/>
      <property name="size" type="uint" value="${panelHeight}"/>
      <property name="background-style" type="uint" value="1"/>
      <property name="background-rgba" type="array">
${rgba(colours[theme].panel)}
      </property>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/>
        <value type="int" value="2"/>
        <value type="int" value="3"/>
        <value type="int" value="4"/>
        <value type="int" value="5"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="tasklist">
      <property name="show-handle" type="bool" value="false"/>
      <property name="flat-buttons" type="bool" value="true"/>
    </property>
    <property name="plugin-2" type="string" value="separator">
      <property name="expand" type="bool" value="true"/>
      <property name="style" type="uint" value="0"/>
    </property>
    <property name="plugin-3" type="string" value="systray">
      <property name="icon-size" type="uint" value="22"/>
      <property name="square-icons" type="bool" value="true"/>
      <property name="hide-new-items" type="bool" value="false"/>
    </property>
    <property name="plugin-4" type="string" value="clock">
      <property name="digital-layout" type="uint" value="3"/>
      <property name="digital-time-format" type="string" value="%H:%M"/>
      <property name="digital-time-font" type="string" value="DejaVu Sans 10"/>
    </property>
    <property name="plugin-5" type="string" value="separator">
      <property name="style" type="uint" value="0"/>
    </property>
  </property>
</channel>
`;
}

function rgba(hex: string): string {
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [channel(1), channel(3), channel(5), 1]
    .map((value) => `        <value type="double" value="${value.toFixed(4)}"/>`)
    .join('\n');
}

/** A window manager without shadows, which need a compositor to look right. */
export function windowManagerChannel(): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfwm4" version="1.0">
  <property name="general" type="empty">
    <property name="theme" type="string" value="Default"/>
    <property name="title_font" type="string" value="DejaVu Sans Bold 9"/>
    <property name="use_compositing" type="bool" value="false"/>
    <property name="placement_mode" type="string" value="center"/>
    <property name="workspace_count" type="int" value="1"/>
    <property name="button_layout" type="string" value="|HMC"/>
  </property>
</channel>
`;
}
