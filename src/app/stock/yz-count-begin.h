/* The form with which a stocktake begins: what is counted, by whom, until when. */
#pragma once

#include "yz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define YZ_TYPE_COUNT_BEGIN (yz_count_begin_get_type ())

/**
 * YzCountBegin::begun:
 * @stocktake: the id of what has begun
 */
G_DECLARE_FINAL_TYPE (YzCountBegin, yz_count_begin, YZ, COUNT_BEGIN, AdwWindow)

/**
 * yz_count_begin_new:
 * @place: (nullable): id of the station or place that is counted unless another one is chosen
 * @title: what that is called
 *
 * Actions: "begin.begin", "begin.place" (s, an id).
 */
GtkWidget *yz_count_begin_new (GtkWindow *parent, YzSession *session, const char *place, const char *title);

G_END_DECLS
