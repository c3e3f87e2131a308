"""Makes the account of the administrator, or sets its password: ADMIN_PASSWORD of the environment, which nobody else can
see, unlike arguments. It writes past the API, since nobody has rights yet. Takes the path of kinto.ini."""

import os
import sys

from kinto.__main__ import main

sys.exit(main(["create-user", "--ini", sys.argv[1], "-u", "admin", "-p", os.environ["ADMIN_PASSWORD"]]))
