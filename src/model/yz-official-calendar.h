/*
 * The public holidays and shifted workdays of 2023 to 2026, as the State Council announced them: what the calendar of
 * a workspace starts with. Facts only; the days of later years are imported.
 */
#pragma once

#include "yz-id.h"
#include "yz-record.h"

G_BEGIN_DECLS

/**
 * yz_official_calendar_make_days:
 * @ids: where the records get their ids
 *
 * Returns: (transfer full) (element-type YzRecord): a record of kind "calendar_day" for each day, in the order of days
 */
GPtrArray *yz_official_calendar_make_days (YzIdFactory *ids);

G_END_DECLS
