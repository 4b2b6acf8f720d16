/* What the subcommands of hours are told beside the value, and the calendar that comes of it. */
#pragma once

#include "yz-cli.h"
#include "yz-hours.h"

G_BEGIN_DECLS

/* Of a coordinate that was not given. */
#define YZ_CLI_HOURS_UNSET 1000.0

/**
 * YzCliHoursOptions:
 * @from_workspace: whether @calendar is that of the workspace, so that a year may be missing in it
 * @start: of --from or --at
 * @end: of --to
 *
 * The options as they were written, and what they mean.
 */
typedef struct
{
  char *from;
  char *to;
  char *at;
  char *holidays;
  char *school_holidays;
  char *workdays;
  char *workday_hours;
  double lat;
  double lon;
  gboolean json;
  gboolean from_workspace;
  YzHoursCalendar *calendar;
  gint64 start;
  gint64 end;
} YzCliHoursOptions;

#define YZ_CLI_HOURS_OPTIONS_INIT { .lat = YZ_CLI_HOURS_UNSET, .lon = YZ_CLI_HOURS_UNSET }

void yz_cli_hours_options_clear (YzCliHoursOptions *options);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YzCliHoursOptions, yz_cli_hours_options_clear)

/**
 * yz_cli_hours_parse_instant:
 * @text: (nullable): "2026-11-20T14:30", seconds are left out
 * @instant: (out): see yz_hours_instant()
 *
 * Returns: whether it is an instant
 */
gboolean yz_cli_hours_parse_instant (const char *text, gint64 *instant);

/**
 * yz_cli_hours_options_make_calendar:
 *
 * Makes the calendar: of the days that are given, or else that of the workspace.
 *
 * Returns: %YZ_CLI_DONE, or the exit status after saying what is wrong
 */
int yz_cli_hours_options_make_calendar (YzCliHoursOptions *options, YzCli *cli);

G_END_DECLS
