/* The running program: its windows, one for each workspace, and the verbs that belong to none of them. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define YZ_TYPE_APPLICATION (yz_application_get_type ())

G_DECLARE_FINAL_TYPE (YzApplication, yz_application, YZ, APPLICATION, AdwApplication)

YzApplication *yz_application_new (void);

G_END_DECLS
